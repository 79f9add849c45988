import { css } from "lit";

/** A heading of the ranking with what stands beside it. */
export const rankHeadStyles = css`
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
`;
