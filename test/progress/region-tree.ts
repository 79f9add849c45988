import type { Region } from "../../src/model/region.ts";

function region(
  code: string,
  parent: string,
  level: Region["level"],
  of: Partial<Region> = {},
): [string, Region] {
  return [
    code,
    {
      code,
      parent,
      level,
      name: code,
      short: "",
      traditional: code,
      english: code,
      aliases: [],
      validFrom: "",
      validTo: "",
      ...of,
    },
  ];
}

/** A province with a city of two counties, one of which took another's place in April 2018; and what is no part of it. */
export const regionTree: ReadonlyMap<string, Region> = new Map([
  region("p", "", "province", { name: "某省" }),
  region("c", "p", "city", { name: "某市" }),
  region("r1", "c", "county", { name: "东区" }),
  region("r2", "c", "county", { name: "西区", validFrom: "2018-04-01" }),
  region("old", "c", "county", { name: "旧区", validTo: "2018-03-31" }),
  region("z", "c", "zone", { name: "开发区" }),
  region("t1", "p", "group", { name: "同名" }),
  region("t2", "p", "basin", { name: "同名" }),
]);
