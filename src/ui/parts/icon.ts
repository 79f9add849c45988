import { type SVGTemplateResult, type TemplateResult, html, svg } from "lit";

/** Line drawings in a 16 × 16 box. */
const icons = {
  overview: "M2 2.5h5v5H2zM9 2.5h5v3H9zM9 8h5v5.5H9zM2 10h5v3.5H2z",
  data: "M2 2.5h12v11H2zM2 6h12M2 9.7h12M6 2.5v11",
  targets:
    "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 5a3 3 0 1 1 0 6a3 3 0 0 1 0-6zM8 8h.01",
  rank: "M2 13.5h12M3 13V9h2.4v4M6.8 13V3h2.4v10M10.6 13V6H13v7",
  ledger: "M3 2h10v12H3zM5.5 5.2h5M5.5 8h5M5.5 10.8h3",
  reports: "M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3M8 6.8v4.4M6 9.4l2 2l2-2",
  audit:
    "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.4 10.4l3.4 3.4M5 7l1.5 1.5L9 5.8",
  review: "M2 9.5v4h12v-4M8 2v7.5M5 6.8l3 3l3-3",
  undo: "M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6",
  redo: "M10.5 3l3 3l-3 3M13.5 6h-7a4 4 0 0 0 0 8H10",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.4 10.4l3.4 3.4",
  light:
    "M8 5a3 3 0 1 1 0 6a3 3 0 0 1 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  dark: "M13 9.8A5.6 5.6 0 0 1 6.2 3A5.6 5.6 0 1 0 13 9.8z",
  settings:
    "M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M9 2.8h2.6v3.4H9zM3.8 9.8h2.6v3.4H3.8z",
  help: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM6.2 6.3a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.9.7-.9 1.4M8 11.6h.01",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  file: "M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3",
  folder: "M1.8 3.5h4.4l1.4 1.8h6.6v7.7H1.8z",
  print: "M4.5 6V2h7v4M4.5 12H2.5V6h11v6h-2M4.5 9.5h7v4.5h-7z",
  room: "M2 6V2.5h3.5M10.5 2.5H14V6M14 10v3.5h-3.5M5.5 13.5H2V10",
  previous: "M10.5 3l-5 5l5 5",
  next: "M5.5 3l5 5l-5 5",
  down: "M8 2.5v8M4.8 7.5L8 10.7l3.2-3.2M2.5 13.5h11",
} as const;
export type IconName = keyof typeof icons;

/** Decoration beside a word or an aria-label; hidden from readers. */
export function icon(name: IconName, size = 16): TemplateResult {
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.3"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    style="flex:none"
  >
    ${path(name)}
  </svg>`;
}

function path(name: IconName): SVGTemplateResult {
  return svg`<path d=${icons[name]}></path>`;
}
