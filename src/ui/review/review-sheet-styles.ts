import { css } from "lit";

export const reviewSheetStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .legend {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 10px;
    height: 32px;
    overflow: hidden;
    white-space: nowrap;
    flex: none;
    padding: 3px 12px;
    border-bottom: 1px solid var(--line);
    font-size: var(--size-small);
    color: var(--muted);
  }
  .draw {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .draw button {
    height: 24px;
    padding: 0 8px;
    font-size: var(--size-small);
  }
  .frame {
    position: absolute;
    border: 2px solid var(--accent);
    background: rgba(22, 132, 124, 0.14);
    pointer-events: none;
  }
  .roles {
    display: flex;
    gap: 11px;
  }
  .roles[hidden] {
    display: none;
  }
  .roles > span {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  i {
    display: inline-block;
    position: relative;
    width: 14px;
    height: 12px;
    border: 1px solid var(--line-strong);
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
    background: var(--soft);
    user-select: none;
  }
  .canvas {
    position: relative;
    font-size: var(--size-small);
    /* Not hidden, or column letters and row numbers would not stick. */
    overflow: clip;
  }
  [role="grid"] {
    position: absolute;
    inset: 0;
  }
  .letters {
    position: sticky;
    top: 0;
    z-index: 3;
    height: 22px;
  }
  [role="columnheader"],
  [role="rowheader"] {
    position: absolute;
    top: 0;
    display: grid;
    place-items: center;
    height: 22px;
    border-right: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
    background: var(--soft);
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .corner {
    position: sticky;
    left: 0;
    z-index: 1;
    width: 44px;
  }
  .line {
    position: absolute;
    left: 0;
    right: 0;
  }
  [role="rowheader"] {
    position: sticky;
    left: 0;
    z-index: 2;
    width: 44px;
  }
  .cell {
    position: absolute;
    top: 0;
    display: flex;
    align-items: center;
    overflow: hidden;
    padding: 1px 5px;
    border-right: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
    line-height: 16px;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    background: var(--surface);
    color: var(--text);
  }
  .cell > span {
    flex: 1;
    max-height: 100%;
  }
  .numeric {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .bold {
    font-weight: 600;
  }
  .cell:focus {
    outline: none;
  }
  .cell.active {
    box-shadow: inset 0 0 0 2px var(--focus);
  }
  .cell.title {
    font-weight: 600;
    text-align: center;
    font-size: var(--size);
  }
  .cell.meta,
  .cell.note {
    color: var(--muted);
  }
  .header {
    background: var(--tint-header);
    text-align: center;
    font-weight: 600;
  }
  i.header {
    font-weight: 400;
  }
  /* Where the sheet says how its cells look, they look so. */
  .styled .cell {
    align-items: flex-end;
    text-align: left;
    font-weight: 400;
  }
  .styled .numeric,
  .styled .to-right {
    text-align: right;
  }
  .styled .to-left {
    text-align: left;
  }
  .styled .to-center {
    text-align: center;
  }
  .styled .at-center {
    align-items: center;
  }
  .styled .at-top {
    align-items: flex-start;
  }
  .styled .one-line {
    white-space: pre;
  }
  .styled .bold,
  .styled .cell.question {
    font-weight: 600;
  }
  .stub {
    background: var(--tint-stub);
  }
  .value {
    background: var(--tint-value);
  }
  .aggregate {
    background: var(--tint-aggregate);
  }
  .ordinal {
    background: var(--tint-ordinal);
    color: var(--muted);
  }
  .record {
    background: var(--tint-record);
  }
  .question {
    background: var(--tint-question);
    font-weight: 600;
  }
  .cell.question {
    box-shadow: inset 0 -2px 0 var(--behind);
  }
  .cell.question.active {
    box-shadow: inset 0 0 0 2px var(--focus);
  }
  /* A cell with a colour of its own keeps it; that it holds something of ours is the stripe. */
  .filled.value::before,
  .filled.aggregate::before,
  .filled.record::before {
    content: "";
    position: absolute;
    top: 0;
    bottom: 0;
    left: 0;
    width: 3px;
    background: var(--good);
  }
  .filled.record::before {
    background: var(--accent);
  }
  .filled.aggregate::before {
    background: var(--pace);
  }
  /* Words beside empty cells run over them, as in a spreadsheet. */
  .cell.spills {
    z-index: 1;
    overflow: visible;
    background: none;
    white-space: nowrap;
    pointer-events: auto;
  }
  .different::after {
    content: "";
    position: absolute;
    top: 0;
    right: 0;
    border-style: solid;
    border-width: 0 7px 7px 0;
    border-color: transparent var(--behind) transparent transparent;
  }
  .more {
    position: sticky;
    left: 0;
    padding: 10px 48px;
  }
  .told {
    flex: none;
    height: 46px;
    padding: 3px 12px;
    border-top: 1px solid var(--line);
    overflow: auto;
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
  }
  .told em {
    font-style: normal;
    color: var(--behind);
  }
`;
