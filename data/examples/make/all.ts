import { air2019 } from "./air-2019.ts";
import { campaignJincheng } from "./campaign-jincheng.ts";
import { cuts2019 } from "./cuts-2019.ts";
import { dispatch2021 } from "./dispatch-2021.ts";
import { enforcementExample } from "./enforcement.ts";
import type { Example } from "./example.ts";
import { ledgerTasks } from "./ledger-tasks.ts";
import { rectification } from "./rectification.ts";
import { scatteredJinxiang } from "./scattered-jinxiang.ts";
import { series } from "./series.ts";
import { treatment2019 } from "./treatment-2019.ts";
import { wasteDatong } from "./waste-datong.ts";
import { water2019 } from "./water-2019.ts";
import { xinzhouRanking } from "./xinzhou-ranking.ts";

/** Every example workbook. */
export const allExamples: readonly Example[] = [
  air2019,
  water2019,
  cuts2019,
  wasteDatong,
  xinzhouRanking,
  rectification,
  enforcementExample,
  treatment2019,
  dispatch2021,
  series,
  ledgerTasks,
  campaignJincheng,
  scatteredJinxiang,
];
