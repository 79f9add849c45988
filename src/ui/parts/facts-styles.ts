import { css } from "lit";

/** Sections of the inspector, and what they list by name. */
export const factsStyles = css`
  section {
    padding: 10px 12px;
    border-bottom: 1px solid var(--line);
    display: grid;
    gap: 6px;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 3px 12px;
  }
  dt {
    color: var(--muted);
    white-space: nowrap;
  }
  dd {
    text-align: right;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
`;
