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
    flex-wrap: wrap;
    gap: 2px 14px;
    padding: 4px 12px;
    border-bottom: 1px solid var(--line);
    font-size: var(--size-small);
    color: var(--muted);
  }
  .legend span {
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
    overflow: auto;
    background: var(--soft);
  }
  table {
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--size-small);
    background: var(--surface);
  }
  td,
  th {
    height: 24px;
    padding: 1px 5px;
    border-right: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
    line-height: 1.35;
  }
  th,
  .corner {
    position: sticky;
    z-index: 1;
    background: var(--soft);
    color: var(--muted);
    font-weight: 400;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  thead th,
  .corner {
    top: 0;
  }
  tbody th {
    left: 0;
  }
  .corner {
    left: 0;
    z-index: 2;
  }
  td {
    position: relative;
    overflow: hidden;
    overflow-wrap: anywhere;
    color: var(--text);
  }
  td.numeric {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  td:focus {
    outline: none;
  }
  td.active {
    box-shadow: inset 0 0 0 2px var(--focus);
  }
  td.title {
    font-weight: 600;
    text-align: center;
    font-size: var(--size);
  }
  td.meta,
  td.note {
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
  td.question {
    box-shadow: inset 0 -2px 0 var(--behind);
  }
  td.question.active {
    box-shadow: inset 0 0 0 2px var(--focus);
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
    padding: 10px 48px;
  }
  .line {
    display: flex;
    gap: 10px;
    flex: none;
    height: 30px;
    line-height: 30px;
    padding: 0 12px;
    border-top: 1px solid var(--line);
    white-space: nowrap;
    overflow: hidden;
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
  }
  .line .role {
    color: var(--muted);
  }
  .line em {
    font-style: normal;
    color: var(--behind);
  }
`;
