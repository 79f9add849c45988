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
`;
