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
  :host([room]) {
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr) auto;
    grid-template-areas:
      "top top"
      "main inspector"
      "work work";
  }
  :host([room]) main,
  :host([room]) db-inspector,
  :host([room]) db-room-bar {
    zoom: 1.5;
  }
  db-room-bar {
    grid-area: top;
  }
  @media print {
    :host,
    :host([room]) {
      display: block;
      height: auto;
      background: #fff;
    }
    :host > :not(db-print-pages) {
      display: none !important;
    }
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
