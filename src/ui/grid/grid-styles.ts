import { css } from "lit";
import { pointStyles } from "../parts/point-styles.ts";

export const gridStyles = css`
  ${pointStyles}
  :host {
    display: block;
    height: 100%;
    min-height: 0;
  }
  .grid {
    height: 100%;
  }
  .figure {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .ag-cell.figure {
    display: block;
  }
  .ag-header-cell.figure .ag-header-cell-label {
    justify-content: flex-end;
  }
  .unit {
    color: var(--muted);
    margin-left: 4px;
  }
  .missing {
    color: var(--muted);
  }
  .provisional {
    font-style: italic;
  }
  .ag-cell.computed {
    background: var(--soft);
  }
  .ag-cell.edited::after,
  .ag-cell.conflict::before {
    content: "";
    position: absolute;
    top: 0;
    border-style: solid;
  }
  .ag-cell.edited::after {
    right: 0;
    border-width: 0 6px 6px 0;
    border-color: transparent var(--accent) transparent transparent;
  }
  .ag-cell.conflict::before {
    left: 0;
    border-width: 6px 6px 0 0;
    border-color: var(--far) transparent transparent transparent;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 100%;
  }
  .bar b {
    flex: none;
    width: 48px;
    text-align: right;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .ag-cell.small {
    color: var(--muted);
  }
`;
