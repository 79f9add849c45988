import { css } from "lit";

export const reportsStyles = css`
  .message {
    padding: 24px;
  }
  .panes {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(300px, 400px) minmax(0, 1fr);
  }
  .list {
    overflow: auto;
    border-right: 1px solid var(--line);
    background: var(--ground);
  }
  .template {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    width: 100%;
    height: auto;
    padding: 9px 14px;
    border: 0;
    border-bottom: 1px solid var(--line);
    border-left: 3px solid transparent;
    border-radius: 0;
    background: none;
    justify-content: stretch;
    text-align: left;
    white-space: normal;
    font-size: var(--size-small);
    overflow-wrap: anywhere;
  }
  .template:focus-visible {
    outline-offset: -2px;
  }
  .template[aria-pressed="true"] {
    background: var(--surface);
    border-left-color: var(--accent);
  }
  .words {
    flex: 1;
    min-width: 0;
    display: grid;
    gap: 1px;
  }
  .words > em {
    font-style: normal;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .lacking {
    color: var(--behind);
  }
  .whole {
    color: var(--good);
  }
  /* Drawn at its own size and shrunk: a browser may have a least size of letters. */
  .picture {
    flex: none;
    width: 112px;
    height: 72px;
    margin-top: 2px;
    overflow: hidden;
    border: 1px solid var(--line-strong);
    background: var(--surface);
    color: var(--text);
  }
  .picture table {
    width: 320px;
    table-layout: fixed;
    border-collapse: collapse;
    transform: scale(0.35);
    transform-origin: 0 0;
    font-size: 12px;
    line-height: 15px;
  }
  .picture td {
    height: 16px;
    padding: 0 2px;
    border: 1px solid var(--line);
    overflow: hidden;
    white-space: nowrap;
  }
  .picture .slot {
    background: var(--tint-value);
  }
  .picture .bold {
    font-weight: 600;
  }
  .title {
    font-size: var(--size);
    font-weight: 600;
  }
  .title em {
    margin-left: 6px;
    font-style: normal;
    font-weight: 400;
    color: var(--accent);
  }
  .form {
    overflow: auto;
    padding: 16px 20px;
    display: grid;
    gap: 16px;
    align-content: start;
  }
  form {
    display: grid;
    gap: 14px;
  }
  form h2 {
    font-size: var(--size-large);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
  }
  .fields label,
  .field {
    display: grid;
    gap: 3px;
    color: var(--muted);
    font-size: var(--size-small);
  }
  .fields select {
    max-width: 240px;
    color: var(--text);
    font-size: var(--size);
  }
  .value {
    line-height: 28px;
    color: var(--text);
    font-size: var(--size);
  }
`;
