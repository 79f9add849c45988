/** Branded strings: the compiler keeps an indicator from being passed as a region. */
type Brand<Name extends string> = string & { readonly __code?: Name };

/** `topic.name`, for example `air.pm25` or `emis.so2_cut`. */
export type IndicatorCode = Brand<"indicator">;
/** Administrative code of GB/T 2260 (`140000`), or an opaque id for towns, basins and sites. */
export type RegionCode = Brand<"region">;
/** Canonical period code, see `period.ts`: `2019`, `2021-Q2`, `2021-06`, `2021-06-15`, `2021-01/2021-06`. */
export type PeriodCode = Brand<"period">;
/** Canonical unit code, for example `μg/m3`, `%`, `pp`, `万吨`. */
export type UnitCode = Brand<"unit">;
/** ISO calendar day, `2019-12-31`. */
export type IsoDate = Brand<"date">;
/** Lower-case hexadecimal SHA-256. */
export type Sha256 = Brand<"sha256">;
