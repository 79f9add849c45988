import { css } from "lit";

/** How cells, headers and the field over them look in the cube. */
export const cubeGridStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto 1fr auto;
  }
  .sheet {
    position: relative;
    min-height: 0;
    overflow: hidden;
    user-select: none;
  }
  .ag-cell {
    --picked: linear-gradient(transparent, transparent);
    --corner-right: linear-gradient(transparent, transparent);
    --corner-left: linear-gradient(transparent, transparent);
    background-image: var(--corner-right), var(--corner-left), var(--picked);
    /* Else the corners begin anew under the borders. */
    background-origin: border-box;
    background-repeat: no-repeat;
    line-height: 23px;
    cursor: cell;
  }
  .gutter {
    color: var(--muted);
    background-color: var(--soft);
    text-align: center;
    padding: 0 2px;
    cursor: default;
    font-variant-numeric: tabular-nums;
  }
  .ag-header-cell.gutter .ag-header-cell-label {
    justify-content: center;
  }
  .sel {
    --picked: linear-gradient(var(--selected), var(--selected));
    --t: 0;
    --r: 0;
    --b: 0;
    --l: 0;
    box-shadow:
      inset 0 calc(var(--t) * 2px) 0 var(--focus),
      inset calc(var(--r) * -2px) 0 0 var(--focus),
      inset 0 calc(var(--b) * -2px) 0 var(--focus),
      inset calc(var(--l) * 2px) 0 0 var(--focus);
  }
  .sel-t {
    --t: 1;
  }
  .sel-r {
    --r: 1;
  }
  .sel-b {
    --b: 1;
  }
  .sel-l {
    --l: 1;
  }
  .sel-a {
    --picked: linear-gradient(transparent, transparent);
  }
  .sel-d {
    outline: 1px dashed var(--focus);
    outline-offset: -2px;
  }
  .ag-cell.disputed {
    --corner-left: linear-gradient(135deg, var(--far) 5px, transparent 5px);
  }
  .ag-cell.commented {
    --corner-right: linear-gradient(315deg, var(--pace) 6px, transparent 6px);
  }
  .ag-cell.st::before {
    float: left;
    margin-right: 3px;
    font-size: 9px;
    font-style: normal;
  }
  .st-good {
    color: var(--good);
  }
  .st-good::before {
    content: "●";
  }
  .st-holds {
    color: var(--good);
  }
  .st-holds::before {
    content: "◐";
  }
  .st-ahead {
    color: var(--ahead);
  }
  .st-ahead::before {
    content: "▲";
  }
  .st-pace {
    color: var(--pace);
  }
  .st-pace::before {
    content: "■";
  }
  .st-behind {
    color: var(--behind);
    background-color: var(--behind-soft);
  }
  .st-behind::before {
    content: "▼";
  }
  .st-far {
    color: var(--far);
    background-color: var(--far-soft);
  }
  .st-far::before {
    content: "▼▼";
  }
  .st-unknown {
    color: var(--unknown);
  }
  .st-unknown::before {
    content: "○";
  }
  /* Outlines need more room than filled shapes to be seen. */
  .ag-cell.st-unknown::before,
  .ag-cell.st-holds::before {
    font-size: 11px;
    font-weight: 600;
  }
  .st-backward {
    color: var(--backward);
    background-color: var(--far-soft);
  }
  .st-backward::before {
    content: "◆";
  }
  .tree {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .tree .fold {
    width: 16px;
    height: 18px;
    padding: 0;
    margin-right: 2px;
    border: 0;
    background: none;
    color: var(--muted);
  }
  .head {
    position: relative;
    display: flex;
    align-items: center;
    gap: 4px;
    width: 100%;
    min-width: 0;
    cursor: default;
  }
  .ag-header-cell.now {
    box-shadow: inset 0 -3px 0 var(--accent);
  }
  .figure .head {
    justify-content: flex-end;
  }
  .head .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .head .unit {
    margin: 0;
    font-weight: 400;
    white-space: nowrap;
  }
  .head .sort {
    position: absolute;
    right: -6px;
    width: 16px;
    height: 18px;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: var(--soft);
    color: var(--muted);
    font-size: 9px;
    opacity: 0;
  }
  /* Beside the name, which stands at the right. */
  .figure .head .sort {
    right: auto;
    left: -6px;
  }
  .head .sort.on {
    color: var(--accent);
    opacity: 1;
  }
  .ag-header-cell:hover .sort,
  .ag-header-cell:focus-within .sort,
  .head .sort:focus-visible {
    opacity: 1;
  }
  .handle {
    position: absolute;
    z-index: 3;
    width: 8px;
    height: 8px;
    border: 1px solid var(--surface);
    background: var(--focus);
    cursor: crosshair;
  }
  .cell-input {
    position: absolute;
    z-index: 4;
    left: 0;
    top: 0;
    height: 24px;
    padding: 0 7px;
    border: 0;
    border-radius: 0;
    outline: none;
    opacity: 0;
    pointer-events: none;
    font-size: 12px;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .cell-input.open {
    opacity: 1;
    pointer-events: auto;
    background: var(--surface);
    box-shadow: 0 0 0 2px var(--focus);
    user-select: text;
  }
`;
