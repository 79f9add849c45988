import type { ProfileApi } from "./profile-api.ts";
import {
  bodiesOf,
  savedProfiles,
  sharedText,
  shelfOf,
} from "./profile-shelf.ts";
import type { ReviewSession } from "./review-session.ts";
import type { OpenWorkspace } from "./workspace.ts";

/** Answers that are kept; the reviews that are open are told of changes. */
export function profilePart(
  open: OpenWorkspace,
  sessions: ReadonlyMap<string, ReviewSession>,
): ProfileApi {
  return {
    async profiles() {
      return shelfOf((await open()).journal.facts);
    },

    async changeProfiles(change, who) {
      const space = await open();
      const { journal } = space;
      const { bodies, issues } = bodiesOf(
        change,
        journal.facts,
        space.knowledge,
      );
      await journal.importAll([], () => bodies, space.author(who));
      space.learnAliases();
      if (bodies.length > 0)
        for (const session of sessions.values())
          session.refresh(savedProfiles(journal.facts), space.learned());
      return { ...shelfOf(journal.facts), issues };
    },

    async shareProfiles(ids) {
      return sharedText((await open()).journal.facts, ids);
    },
  };
}
