import { css } from "lit";

export const dialogStyles = css`
  dialog {
    width: 620px;
    max-width: calc(100vw - 48px);
    max-height: calc(100vh - 80px);
    padding: 0;
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow);
  }
  dialog::backdrop {
    background: rgba(16, 24, 32, 0.4);
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 10px 10px 10px 18px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .body {
    padding: 14px 18px 18px;
    display: grid;
    gap: 18px;
  }
`;
