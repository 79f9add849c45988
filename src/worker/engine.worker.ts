import { expose } from "comlink";
import wasmUrl from "@ironcalc/wasm/wasm_bg.wasm?url";
import { listsButChina } from "../../data/lists.ts";
import chinaUrl from "../../data/regions-china.csv?url";
import { openIdbStore } from "../storage/idb-store.ts";
import { createRecalculate } from "../workbook/recalculate.ts";
import { fetchBytes, shippedExamples, shippedTemplates } from "./assets.ts";
import { engineHost } from "./engine-host.ts";
import { counted, IdleTime } from "./idle-time.ts";
import type { EngineApi } from "./api.ts";

const idle = new IdleTime();

/** Data beside the page, fetched while the storage opens: as a part of this script it would have to be parsed as one. */
const china = fetchBytes(chinaUrl).then((bytes) =>
  new TextDecoder().decode(bytes),
);

/** The host is made once its storage is open; calls that come earlier wait for it. */
const host = Promise.all([openIdbStore("dabiao"), china]).then(
  ([store, regionsOfChina]) =>
    engineHost({
      store,
      lists: { ...listsButChina, regionsOfChina },
      examples: shippedExamples,
      templates: shippedTemplates,
      now: () => Date.now(),
      whenIdle: (work) => {
        idle.offer(work);
      },
      recalculate: createRecalculate(() =>
        Promise.resolve(new URL(wasmUrl, import.meta.url).href),
      ),
    }),
);

const engine: EngineApi = {
  open: async () => (await host).open(),
  review: async (...args) => (await host).review(...args),
  answer: async (...args) => (await host).answer(...args),
  takeBack: async (...args) => (await host).takeBack(...args),
  reshape: async (...args) => (await host).reshape(...args),
  drawTable: async (...args) => (await host).drawTable(...args),
  eraseTable: async (...args) => (await host).eraseTable(...args),
  reviewRows: async (...args) => (await host).reviewRows(...args),
  changes: async (...args) => (await host).changes(...args),
  issueWorkbook: async (...args) => (await host).issueWorkbook(...args),
  profiles: async () => (await host).profiles(),
  changeProfiles: async (...args) => (await host).changeProfiles(...args),
  shareProfiles: async (...args) => (await host).shareProfiles(...args),
  reviewed: async (...args) => (await host).reviewed(...args),
  importReview: async (...args) => (await host).importReview(...args),
  discardReview: async (...args) => (await host).discardReview(...args),
  cancel: async () => (await host).cancel(),
  examples: async () => (await host).examples(),
  state: async () => (await host).state(),
  progress: async (...args) => (await host).progress(...args),
  progressRow: async (...args) => (await host).progressRow(...args),
  cube: async (...args) => (await host).cube(...args),
  series: async (...args) => (await host).series(...args),
  previewFormula: async (...args) => (await host).previewFormula(...args),
  formulas: async () => (await host).formulas(),
  setFormula: async (...args) => (await host).setFormula(...args),
  removeFormula: async (...args) => (await host).removeFormula(...args),
  checkFormula: async (...args) => (await host).checkFormula(...args),
  parts: async (...args) => (await host).parts(...args),
  records: async (...args) => (await host).records(...args),
  provenance: async (...args) => (await host).provenance(...args),
  excerpt: async (...args) => (await host).excerpt(...args),
  rankChoices: async (...args) => (await host).rankChoices(...args),
  outlooks: async (...args) => (await host).outlooks(...args),
  ranking: async (...args) => (await host).ranking(...args),
  nextRank: async (...args) => (await host).nextRank(...args),
  trends: async (...args) => (await host).trends(...args),
  edit: async (...args) => (await host).edit(...args),
  targets: async (...args) => (await host).targets(...args),
  setTarget: async (...args) => (await host).setTarget(...args),
  setTargets: async (...args) => (await host).setTargets(...args),
  reviseTarget: async (...args) => (await host).reviseTarget(...args),
  retireTarget: async (...args) => (await host).retireTarget(...args),
  removeTarget: async (...args) => (await host).removeTarget(...args),
  readTargets: async (...args) => (await host).readTargets(...args),
  statusRules: async () => (await host).statusRules(),
  setStatusRules: async (...args) => (await host).setStatusRules(...args),
  whatIf: async (...args) => (await host).whatIf(...args),
  editMany: async (...args) => (await host).editMany(...args),
  comments: async (...args) => (await host).comments(...args),
  comment: async (...args) => (await host).comment(...args),
  settings: async (...args) => (await host).settings(...args),
  setSetting: async (...args) => (await host).setSetting(...args),
  undo: async (...args) => (await host).undo(...args),
  redo: async (...args) => (await host).redo(...args),
  log: async () => (await host).log(),
  templates: async () => (await host).templates(),
  countTemplate: async (...args) => (await host).countTemplate(...args),
  addTemplate: async (...args) => (await host).addTemplate(...args),
  checkFill: async (...args) => (await host).checkFill(...args),
  fill: async (...args) => (await host).fill(...args),
  backup: async (...args) => (await host).backup(...args),
  restore: async (...args) => (await host).restore(...args),
};

expose(counted(engine, idle));
