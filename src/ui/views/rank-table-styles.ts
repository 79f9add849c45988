import { css } from "lit";

export const rankTableStyles = css`
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
`;
