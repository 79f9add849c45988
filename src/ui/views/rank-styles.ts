import { css } from "lit";

export const rankStyles = css`
  :host {
    container-type: inline-size;
  }
  /* Projected: the small charts go under the bars. */
  @container (max-width: 900px) {
    .columns {
      display: block !important;
      overflow: auto;
    }
    .ranking,
    .trends {
      overflow: visible !important;
      border-left: 0 !important;
    }
  }
  .message {
    padding: 24px;
    max-width: 640px;
  }
  .columns {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
  }
  .ranking,
  .trends {
    min-height: 0;
    overflow: auto;
  }
  .trends {
    border-left: 1px solid var(--line);
    background: var(--ground);
    --multiple: 100px;
  }
  .head {
    display: flex;
    align-items: baseline;
    gap: 12px;
    padding: 8px 12px 4px;
  }
  .head h2 {
    flex: 1;
    min-width: 0;
  }
  .line {
    padding: 0 12px 6px;
    font-size: var(--size-small);
    color: var(--muted);
  }
  table {
    width: 100%;
    table-layout: fixed;
    font-size: var(--size-small);
  }
  th {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 4px 8px;
    background: var(--soft);
    text-align: left;
    font-weight: 600;
    white-space: nowrap;
    border-bottom: 1px solid var(--line);
  }
  td {
    height: 28px;
    padding: 2px 8px;
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .rank {
    width: 84px;
  }
  .region {
    width: 76px;
  }
  .value {
    width: 64px;
  }
  .change {
    width: 92px;
  }
  .change-rank {
    width: 84px;
  }
  :host(:lang(en)) .change-rank {
    width: 98px;
  }
  .bar select {
    flex-basis: 140px;
    width: 140px;
  }
  .bar select.wide {
    flex-basis: 176px;
    width: 176px;
  }
  :host(:lang(en)) .region {
    width: 116px;
  }
  .number {
    text-align: right;
  }
  td.rank b {
    display: inline-block;
    width: 24px;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  tbody tr:hover,
  tr.chosen {
    background: var(--hover);
  }
  .stick {
    position: relative;
    display: block;
    height: 14px;
  }
  .stick i {
    position: absolute;
    top: 0;
    bottom: 0;
    background: var(--accent);
    border-radius: 1px;
  }
  .stick i.against {
    background: var(--pace);
  }
  .stick u {
    position: absolute;
    top: -3px;
    bottom: -3px;
    width: 2px;
    background: var(--text);
    box-shadow: 0 0 0 1px var(--surface);
  }
  .excluded td {
    color: var(--muted);
  }
  .segments {
    display: inline-flex;
  }
  .segments button {
    border-radius: 0;
    margin-left: -1px;
  }
  .segments button:first-child {
    border-radius: 4px 0 0 4px;
    margin-left: 0;
  }
  .segments button:last-child {
    border-radius: 0 4px 4px 0;
  }
  .segments button[aria-pressed="true"] {
    background: var(--accent-soft);
    border-color: var(--accent);
    color: var(--accent);
    position: relative;
    z-index: 1;
  }
`;
