import { Journal } from "../dataset/journal.ts";
import { learn } from "../knowledge.ts";
import type { Issue } from "../model/issue.ts";
import type { EngineApi } from "./api.ts";
import { catalogInfo } from "./catalog-info.ts";
import { figurePart } from "./figure-part.ts";
import { formulaPart } from "./formula-part.ts";
import type { HostParts } from "./host-parts.ts";
import { journalPart } from "./journal-part.ts";
import { OpenedFiles } from "./opened-files.ts";
import { laterPart } from "./later-part.ts";
import { practiseLater } from "./practise-later.ts";
import { profilePart } from "./profile-part.ts";
import { progressPart } from "./progress-part.ts";
import { rankingPart } from "./ranking-part.ts";
import type { ReviewApi } from "./review-api.ts";
import type { ReviewSession } from "./review-session.ts";
import { targetPart } from "./target-part.ts";
import { templatePart } from "./template-part.ts";
import { Workspace } from "./workspace.ts";

/** What a review is asked; it comes with recognition, which the first page needs nothing of. */
const reviewCalls = [
  "review",
  "cancel",
  "reviewed",
  "discardReview",
  "answer",
  "takeBack",
  "reshape",
  "drawTable",
  "eraseTable",
  "reviewRows",
  "changes",
  "importReview",
  "issueWorkbook",
] as const satisfies readonly (keyof ReviewApi)[];

/** The engine with its journal: what the page calls. */
export function engineHost(parts: HostParts): EngineApi {
  const shipped = learn(parts.lists);
  const sessions = new Map<string, ReviewSession>();
  let opened: Promise<Workspace> | null = null;
  let openIssues: readonly Issue[] = [];
  /** Calls that come while the journal is being opened wait for the same one. */
  const open = (): Promise<Workspace> => {
    opened ??= Journal.open(parts.store).then(
      ({ journal, issues }) => {
        openIssues = issues;
        const space = new Workspace(journal, shipped, parts);
        parts.whenIdle?.(practiseLater(space.knowledge));
        return space;
      },
      (refusal: unknown) => {
        opened = null;
        throw refusal;
      },
    );
    return opened;
  };
  return {
    async open() {
      const space = await open();
      return {
        catalog: catalogInfo(space.catalog(), [
          ...space.knowledge.issues,
          ...openIssues,
          ...space.formulas.damaged(...space.written()),
        ]),
        state: space.state(),
      };
    },
    async examples() {
      return Promise.all(
        parts.examples.map(async ({ name, load }) => ({
          name,
          bytes: await load(),
        })),
      );
    },
    ...laterPart(reviewCalls, async () => {
      const { reviewPart } = await import("./review-part.ts");
      return reviewPart(open, sessions);
    }),
    ...profilePart(open, sessions),
    ...figurePart(open, new OpenedFiles(shipped, parts.store)),
    ...progressPart(open),
    ...rankingPart(open),
    ...targetPart(open),
    ...formulaPart(open),
    ...templatePart(open),
    ...journalPart(open),
  };
}
