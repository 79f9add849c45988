/** A column of a table on paper. */
export interface PrintColumn {
  readonly head: string;
  /** Share of the width, against the other columns. */
  readonly width: number;
  readonly align: "left" | "right";
}

export interface PrintRow {
  /** Texts or templates, one for each column. */
  readonly cells: readonly unknown[];
  /** On screen: shows what is known about the row. */
  readonly open?: () => void;
}

/** A piece of a printed view, from top to bottom. */
export type PrintBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  /** Kept whole; a template or an SVG document. */
  | { readonly kind: "figure"; readonly content: unknown }
  | {
      readonly kind: "table";
      readonly columns: readonly PrintColumn[];
      readonly rows: readonly PrintRow[];
    };

/** A view as it goes on paper. */
export interface Printable {
  readonly title: string;
  /** Unit and period, over the first block; empty for none. */
  readonly line: string;
  readonly blocks: readonly PrintBlock[];
}

/** A view that can be printed; null while it has nothing to print. */
export interface PrintableView extends Element {
  printable(): Printable | null;
}

export function isPrintable(element: Element | null): element is PrintableView {
  return (
    element !== null &&
    "printable" in element &&
    typeof element.printable === "function"
  );
}
