import type { ColDef, GridOptions } from "ag-grid-community";
import type { PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { RecordRow } from "../../worker/api.ts";
import { recordText } from "../format/record-text.ts";
import { send } from "../state/events.ts";
import { GridElement } from "./grid-element.ts";
import { textWidth } from "../format/text-width.ts";

/** Pixels a column takes at least and at most; the tooltip has the rest. */
const narrowest = 64;
const widest = 280;
/** Of a cell beside its words. */
const besideWords = 24;
/** Rows whose words are measured. */
const measured = 200;

/** The records of one kind; a column a field. The focused record goes to the inspector. */
@customElement("db-records-grid")
export class DbRecordsGrid extends GridElement<RecordRow> {
  /** Code of the kind of record. */
  @property({ attribute: false }) kind = "";

  protected override rowId(row: RecordRow): string {
    return `${row.kind}|${row.id}`;
  }

  protected override onFocus(record: RecordRow): void {
    send(this, "db-inspect", { type: "record", record });
  }

  /** Nothing is typed here, so Tab leaves the grid. */
  protected override options(): GridOptions<RecordRow> {
    return { tabToNextCell: () => false };
  }

  protected override columnsChanged(changed: PropertyValues): boolean {
    return changed.has("kind") || changed.has("rows");
  }

  protected override columnDefs(): ColDef<RecordRow>[] {
    const { names } = this;
    const fields =
      names.catalog.recordKinds.find((kind) => kind.code === this.kind)
        ?.fields ?? [];
    const used = fields.filter(({ code }) =>
      this.rows.some((row) => (row.fields[code] ?? null) !== null),
    );
    return [
      ...used.map(({ code, label, type }, index): ColDef<RecordRow> => {
        const figure = type === "number" ? "figure" : "";
        return {
          colId: code,
          headerName: names.label(label),
          headerTooltip: names.label(label),
          width: this.#width(code, type, names.label(label)),
          ...(index === 0 ? { pinned: "left" } : {}),
          headerClass: figure,
          cellClass: ({ value }) =>
            value === null ? [figure, "missing"] : [figure],
          valueGetter: ({ data }) => data?.fields[code] ?? null,
          valueFormatter: ({ data }) =>
            recordText(data?.fields[code] ?? null, type, names),
          tooltipValueGetter: ({ data }) =>
            recordText(data?.fields[code] ?? null, type, names),
        };
      }),
      {
        colId: "source",
        headerName: this.say("ui.column.source"),
        width: 180,
        flex: 1,
        minWidth: 140,
        cellClass: "small",
        valueGetter: ({ data }) =>
          data === undefined
            ? ""
            : `${data.source.file} · ${data.source.sheet} · ${data.source.cell}`,
        tooltipValueGetter: ({ value }: { value?: unknown }) =>
          String(value ?? ""),
      },
    ];
  }

  /** Room for the longest words of a field, within bounds. */
  #width(code: string, type: string, head: string): number {
    const words = this.rows
      .slice(0, measured)
      .map((row) =>
        textWidth(recordText(row.fields[code] ?? null, type, this.names)),
      );
    return Math.min(
      widest,
      Math.max(narrowest, textWidth(head), ...words) + besideWords,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-records-grid": DbRecordsGrid;
  }
}
