import type { TableShape } from "../../model/profile.ts";

/** How a person wants the table in hand; null as it was recognised. */
export interface ShapeWish {
  readonly shape: TableShape | null;
}
