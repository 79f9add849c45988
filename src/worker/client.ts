import { proxy, wrap } from "comlink";
import type { EngineApi } from "./api.ts";

/** Starts the worker that owns the engine and the storage. Its one place, so that a single-file build can swap it. */
function startWorker(): Worker {
  return new Worker(new URL("./engine.worker.ts", import.meta.url), {
    type: "module",
    name: "dabiao-engine",
  });
}

/** The engine as the page calls it; callbacks are carried across. */
export function connectEngine(): EngineApi {
  const remote = wrap<EngineApi>(startWorker());
  return {
    open: () => remote.open(),
    review: (files, assume, onProgress) =>
      remote.review(files, assume, proxy(onProgress)),
    answer: (...args) => remote.answer(...args),
    takeBack: (...args) => remote.takeBack(...args),
    reshape: (...args) => remote.reshape(...args),
    drawTable: (...args) => remote.drawTable(...args),
    eraseTable: (...args) => remote.eraseTable(...args),
    reviewRows: (...args) => remote.reviewRows(...args),
    changes: (...args) => remote.changes(...args),
    issueWorkbook: (...args) => remote.issueWorkbook(...args),
    profiles: () => remote.profiles(),
    changeProfiles: (...args) => remote.changeProfiles(...args),
    shareProfiles: (...args) => remote.shareProfiles(...args),
    reviewed: (...args) => remote.reviewed(...args),
    importReview: (...args) => remote.importReview(...args),
    discardReview: (...args) => remote.discardReview(...args),
    cancel: () => remote.cancel(),
    examples: () => remote.examples(),
    state: () => remote.state(),
    progress: (...args) => remote.progress(...args),
    progressRow: (...args) => remote.progressRow(...args),
    cube: (...args) => remote.cube(...args),
    series: (...args) => remote.series(...args),
    previewFormula: (...args) => remote.previewFormula(...args),
    formulas: () => remote.formulas(),
    setFormula: (...args) => remote.setFormula(...args),
    removeFormula: (...args) => remote.removeFormula(...args),
    checkFormula: (...args) => remote.checkFormula(...args),
    parts: (...args) => remote.parts(...args),
    records: (...args) => remote.records(...args),
    provenance: (...args) => remote.provenance(...args),
    excerpt: (...args) => remote.excerpt(...args),
    rankChoices: (...args) => remote.rankChoices(...args),
    outlooks: (...args) => remote.outlooks(...args),
    ranking: (...args) => remote.ranking(...args),
    nextRank: (...args) => remote.nextRank(...args),
    trends: (...args) => remote.trends(...args),
    edit: (...args) => remote.edit(...args),
    targets: (...args) => remote.targets(...args),
    setTarget: (...args) => remote.setTarget(...args),
    setTargets: (...args) => remote.setTargets(...args),
    reviseTarget: (...args) => remote.reviseTarget(...args),
    retireTarget: (...args) => remote.retireTarget(...args),
    removeTarget: (...args) => remote.removeTarget(...args),
    readTargets: (...args) => remote.readTargets(...args),
    statusRules: () => remote.statusRules(),
    setStatusRules: (...args) => remote.setStatusRules(...args),
    whatIf: (...args) => remote.whatIf(...args),
    editMany: (...args) => remote.editMany(...args),
    comments: (...args) => remote.comments(...args),
    comment: (...args) => remote.comment(...args),
    settings: (...args) => remote.settings(...args),
    setSetting: (...args) => remote.setSetting(...args),
    undo: (...args) => remote.undo(...args),
    redo: (...args) => remote.redo(...args),
    log: () => remote.log(),
    templates: () => remote.templates(),
    countTemplate: (...args) => remote.countTemplate(...args),
    addTemplate: (...args) => remote.addTemplate(...args),
    checkFill: (...args) => remote.checkFill(...args),
    fill: (...args) => remote.fill(...args),
    backup: (...args) => remote.backup(...args),
    restore: (...args) => remote.restore(...args),
  };
}
