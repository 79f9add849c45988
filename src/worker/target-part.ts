import type { Issue } from "../model/issue.ts";
import type { Changed } from "./journal-api.ts";
import { readTargetFile } from "./read-target-file.ts";
import type { TargetApi } from "./target-api.ts";
import {
  changeTargets,
  listTargets,
  retireTarget,
  reviseTarget,
  setStatusRules,
  withOwnRules,
} from "./target-desk.ts";
import type { OpenWorkspace, Workspace } from "./workspace.ts";

/** The targets of the journal, and what they are judged by. */
export function targetPart(open: OpenWorkspace): TargetApi {
  const change = async (
    work: (space: Workspace) => Promise<readonly Issue[]>,
  ): Promise<Changed> => {
    const space = await open();
    const issues = await work(space);
    return { state: space.state(), issues };
  };
  const setTargets: TargetApi["setTargets"] = (changes, file, who) =>
    change((space) =>
      changeTargets(
        space.learned(),
        space.journal,
        changes,
        file,
        space.author(who),
      ),
    );
  return {
    async targets(asOf) {
      const space = await open();
      return listTargets(space.learned(), space.journal, asOf);
    },

    setTarget: (target, who) =>
      setTargets([{ id: target.id, target }], "", who),

    setTargets,

    reviseTarget: (id, revised, from, who) =>
      change((space) =>
        reviseTarget(
          space.learned(),
          space.journal,
          id,
          revised,
          from,
          space.author(who),
        ),
      ),

    retireTarget: (id, until, who) =>
      change((space) =>
        retireTarget(
          space.learned(),
          space.journal,
          id,
          until,
          space.author(who),
        ),
      ),

    removeTarget: (id, who) => setTargets([{ id, target: null }], "", who),

    async readTargets(file, assume) {
      return readTargetFile((await open()).learned(), file, assume);
    },

    async statusRules() {
      const { knowledge, journal } = await open();
      return {
        inForce: withOwnRules(knowledge, journal).catalog.statusRules,
        shipped: knowledge.catalog.statusRules,
      };
    },

    setStatusRules: (rules, who) =>
      change((space) =>
        setStatusRules(space.journal, rules, space.author(who)),
      ),
  };
}
