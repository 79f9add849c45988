import { css } from "lit";

/** What figures with fewer decimals keep free at their right, by `pointClasses`; `--room` is what the cell keeps free itself. */
export const pointStyles = css`
  :is(.ag-cell, td):is(.pad-1, .pad-2, .pad-3, .pad-4, .pad-5, .pad-6) {
    padding-right: calc(
      var(--room, 7px) + var(--missing) * 1ch + var(--point, 0em)
    );
  }
  .pad-1 {
    --missing: 1;
  }
  .pad-2 {
    --missing: 2;
  }
  .pad-3 {
    --missing: 3;
  }
  .pad-4 {
    --missing: 4;
  }
  .pad-5 {
    --missing: 5;
  }
  .pad-6 {
    --missing: 6;
  }
  .no-point {
    --point: 0.28em;
  }
`;
