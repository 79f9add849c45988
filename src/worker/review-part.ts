import { savedProfiles } from "./profile-shelf.ts";
import { recogniseFiles } from "./recognise-files.ts";
import type { Review, ReviewApi } from "./review-api.ts";
import { changesOf } from "./review-changes.ts";
import { reviewFile } from "./review-file.ts";
import { importSession } from "./review-import.ts";
import { reviewRows } from "./review-rows.ts";
import { ReviewSession } from "./review-session.ts";
import type { OpenWorkspace, Workspace } from "./workspace.ts";

/** Files under review; `sessions` holds those that are open, by their id. */
export function reviewPart(
  open: OpenWorkspace,
  sessions: Map<string, ReviewSession>,
): ReviewApi {
  let count = 0;
  let stop = { aborted: false };
  const sessionOf = (id: string): ReviewSession => {
    const session = sessions.get(id);
    if (session === undefined) throw new Error(`no review ${id} is open`);
    return session;
  };
  return {
    async review(files, assume, onProgress) {
      count += 1;
      const id = `review-${count}`;
      const space = await open();
      const signal = { aborted: false };
      stop = signal;
      const profiles = savedProfiles(space.journal.facts);
      const { readings, looks } = await recogniseFiles(
        files,
        assume,
        profiles,
        () => space.learned(),
        signal,
        onProgress,
      );
      const session = new ReviewSession(
        id,
        files,
        assume,
        profiles,
        readings,
        looks,
      );
      session.doubt(space.journal.state, space.learned());
      sessions.set(id, session);
      return { ...shown(session, space), cancelled: signal.aborted };
    },

    async cancel() {
      stop.aborted = true;
    },

    async reviewed(id) {
      const session = sessionOf(id);
      return shown(session, await open());
    },

    async discardReview(id) {
      sessions.delete(id);
    },

    async answer(id, question, choice) {
      const session = sessionOf(id);
      const space = await open();
      const names = session.answer(question, choice, space.learned());
      return shown(session, space, names);
    },

    async takeBack(id, answer) {
      const session = sessionOf(id);
      const space = await open();
      return shown(session, space, session.takeBack(answer, space.learned()));
    },

    async reshape(id, table, shape) {
      const session = sessionOf(id);
      const space = await open();
      const names = session.reshape(table, shape, space.learned());
      return shown(session, space, names);
    },

    async drawTable(id, sheet, range) {
      const session = sessionOf(id);
      const space = await open();
      const names = session.draw(sheet, range, space.learned());
      return names === null ? null : shown(session, space, names);
    },

    async eraseTable(id, table) {
      const session = sessionOf(id);
      const space = await open();
      return shown(session, space, session.erase(table, space.learned()));
    },

    async reviewRows(id, { file, sheet }, top, bottom) {
      const { journal } = await open();
      const session = sessionOf(id);
      const reading = session.readings.find((one) => one.file === file);
      const view = reading?.workbook?.sheets[sheet];
      return reading === undefined || view === undefined
        ? { top, bottom, cells: [], bindings: [] }
        : reviewRows(
            reading,
            view,
            journal.state,
            session.looks.get(file) ?? [],
            top,
            bottom,
          );
    },

    async changes(id, files) {
      const { journal } = await open();
      return changesOf(
        sessionOf(id).readings.filter(({ file }) => files.includes(file)),
        journal.state,
        journal.inForce(),
      );
    },

    async importReview(id, files, who, choices = {}) {
      const space = await open();
      const result = await importSession(
        sessionOf(id),
        files,
        choices,
        savedProfiles(space.journal.facts),
        space.journal,
        space.author(who),
      );
      sessions.delete(id);
      return result;
    },

    async issueWorkbook(table, title) {
      const { issueWorkbook } = await import("./issue-workbook.ts");
      return issueWorkbook(table, title);
    },
  };
}

/** A review as the page sees it; of its files those named, or all. */
function shown(
  session: ReviewSession,
  { journal }: Workspace,
  names?: ReadonlySet<string>,
): Review {
  const sizes = new Map(
    session.files.map(({ name, bytes }) => [name, bytes.length]),
  );
  return {
    id: session.id,
    files: session.readings
      .filter(({ file }) => names === undefined || names.has(file))
      .map((reading) =>
        reviewFile(
          reading,
          sizes.get(reading.file) ?? 0,
          journal.state,
          journal.importsOf(reading.sha).length > 0,
          session.looks.get(reading.file),
        ),
      ),
    questions: session.questions,
    answered: session.answered,
    unsaved: session.changed.length,
    cancelled: false,
  };
}
