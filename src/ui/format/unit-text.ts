/** A unit as it is printed: `μg/m3` as `μg/m³`; the unit of pure numbers is not printed at all. */
export function unitText(unit: string): string {
  if (unit === "1") return "";
  return unit.replace(
    /([mk])([23])(?!\d)/g,
    (_, letter: string, power: string) => letter + (power === "2" ? "²" : "³"),
  );
}
