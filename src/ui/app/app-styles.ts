import { css } from "lit";

export const appStyles = css`
  :host {
    display: grid;
    grid-template: 40px minmax(0, 1fr) auto / 64px minmax(0, 1fr) auto;
    grid-template-areas:
      "top top top"
      "rail main inspector"
      "work work work";
    height: 100vh;
    background: var(--ground);
  }
  db-top-bar {
    grid-area: top;
  }
  db-side-rail {
    grid-area: rail;
  }
  main {
    grid-area: main;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
  }
  main:focus {
    outline: none;
  }
  main > * {
    height: 100%;
  }
  db-inspector {
    grid-area: inspector;
    width: 320px;
  }
  db-work-line {
    grid-area: work;
  }
  .opening {
    grid-area: main;
    padding: 48px;
    color: var(--muted);
  }
  .drop {
    position: fixed;
    inset: 0;
    z-index: 40;
    display: grid;
    place-items: center;
    background: var(--veil);
    pointer-events: none;
  }
  .drop p {
    padding: 24px 40px;
    border: 2px dashed var(--accent);
    border-radius: 8px;
    background: var(--surface);
    font-size: 18px;
  }
`;
