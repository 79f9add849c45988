import { css } from "lit";
import { pointStyles } from "../parts/point-styles.ts";

export const overviewStyles = css`
  ${pointStyles}
  td {
    --room: 12px;
  }
  :host {
    container-type: inline-size;
  }
  /* Projected, or beside the inspector on a small screen: one column. */
  @container (max-width: 1010px) {
    .columns {
      display: block !important;
      overflow: auto;
    }
    .behind,
    .side {
      overflow: visible !important;
      border-left: 0 !important;
    }
    .tile {
      height: 76px !important;
    }
    th.what {
      width: 190px !important;
    }
    th.period {
      width: 96px !important;
    }
    th,
    td {
      --room: 8px !important;
      padding-left: 8px !important;
    }
    th:not(.number) {
      padding-right: 0 !important;
    }
  }
  .message,
  .pad {
    padding: 8px 12px;
  }
  .tiles {
    flex: none;
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    border-bottom: 1px solid var(--line);
  }
  .tile {
    display: grid;
    grid-template-rows: auto auto 18px;
    justify-content: start;
    justify-items: start;
    align-content: center;
    gap: 0;
    height: 92px;
    padding: 0 16px;
    border: 0;
    border-right: 1px solid var(--line);
    border-radius: 0;
    text-align: left;
  }
  .tile:last-child {
    border-right: 0;
  }
  .tile:focus-visible {
    outline-offset: -2px;
  }
  .tile .what {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--muted);
  }
  .tile b {
    font-size: 26px;
    font-weight: 600;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }
  .tile .note {
    font-size: var(--size-small);
    color: var(--muted);
  }
  .columns {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
  }
  .behind,
  .side {
    min-height: 0;
    overflow: auto;
  }
  h2 .none {
    font-weight: 400;
    font-size: var(--size-small);
    margin-left: 8px;
  }
  db-overview-headline {
    flex: none;
    border-top: 1px solid var(--line-strong);
  }
  .note {
    padding-top: 0;
    font-size: var(--size-small);
  }
  .side {
    border-left: 1px solid var(--line);
    background: var(--ground);
  }
  db-overview-changes[waiting] ~ section {
    visibility: hidden;
  }
  h2 {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 8px 12px 6px;
    background: var(--surface);
  }
  .side h2 {
    background: var(--ground);
  }
  table {
    width: 100%;
    table-layout: fixed;
    font-size: var(--size-small);
  }
  th {
    height: 28px;
    padding: 2px 12px;
    text-align: left;
    font-weight: 400;
    color: var(--muted);
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  th.number {
    width: 76px;
    text-align: right;
  }
  th.status {
    width: 112px;
  }
  :host(:lang(en)) th.status {
    width: 140px;
  }
  th.what {
    width: 216px;
  }
  :host(:lang(en)) th.what {
    width: 276px;
  }
  th.period {
    width: 104px;
  }
  td:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  td.what button {
    display: inline;
  }
  .unit {
    white-space: nowrap;
  }
  td {
    height: 28px;
    padding: 2px 12px;
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  td.remaining,
  td.what {
    white-space: normal;
  }
  tbody tr:hover {
    background: var(--hover);
  }
  .side li {
    display: grid;
    padding: 5px 12px;
    border-bottom: 1px solid var(--line);
    font-size: var(--size-small);
    overflow-wrap: anywhere;
  }
  .undone > span:first-child {
    text-decoration: line-through;
    color: var(--muted);
  }
  .reminder {
    margin: 0 12px 6px;
    padding: 6px 8px;
    border-left: 3px solid var(--behind);
    background: var(--behind-soft);
    font-size: var(--size-small);
  }
`;
