import { isoDate } from "../model/calendar.ts";
import type { JournalApi } from "./journal-api.ts";
import type { OpenWorkspace } from "./workspace.ts";

/** The journal itself: where it stands, its settings, taking back, backup. */
export function journalPart(open: OpenWorkspace): JournalApi {
  return {
    async state() {
      return (await open()).state();
    },

    async settings(prefix) {
      const { journal } = await open();
      return Object.fromEntries(
        [...journal.facts.settings].flatMap(([name, text]) =>
          name.startsWith(prefix) && text !== ""
            ? [[name.slice(prefix.length), text]]
            : [],
        ),
      );
    },

    async setSetting(name, text, who) {
      const space = await open();
      await space.journal.setSetting(name, text, space.author(who));
      return space.state();
    },

    async undo(who) {
      const space = await open();
      await space.journal.undoLast(who, space.parts.now());
      space.learnAliases();
      return space.state();
    },

    async redo(who) {
      const space = await open();
      await space.journal.redoLast(who, space.parts.now());
      space.learnAliases();
      return space.state();
    },

    async log() {
      return (await open()).journal.log();
    },

    async backup(who) {
      const space = await open();
      const bytes = await space.journal.backup(space.author(who));
      const day = isoDate(Math.floor(space.parts.now() / 86_400_000));
      return { name: `dabiao-${day}.dabiao`, bytes };
    },

    async restore(bytes) {
      const space = await open();
      const { issues } = await space.journal.restore(bytes);
      space.learnAliases();
      return { state: space.state(), issues };
    },
  };
}
