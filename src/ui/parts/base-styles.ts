import { css } from "lit";

/** Controls and text, shared by every shadow root. */
export const baseStyles = css`
  :host {
    box-sizing: border-box;
    font: var(--size) / 1.5 var(--font);
    color: var(--text);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--size-large);
    font-weight: 600;
  }
  h2 {
    font-size: var(--size);
    font-weight: 600;
  }
  h3 {
    font-size: var(--size-small);
    font-weight: 600;
    color: var(--muted);
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  .tabular {
    font-variant-numeric: tabular-nums;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: var(--size-small);
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button,
  select,
  input {
    font: inherit;
    color: inherit;
    height: 28px;
    margin: 0;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--surface);
    padding: 0 8px;
  }
  input[type="checkbox"],
  input[type="radio"] {
    width: 14px;
    height: 14px;
    padding: 0;
    vertical-align: -2px;
    accent-color: var(--accent);
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding: 0 12px;
    cursor: pointer;
    white-space: nowrap;
  }
  button:hover:not(:disabled) {
    background: var(--hover);
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  button.primary:hover:not(:disabled) {
    background: var(--accent-strong);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    padding: 0 8px;
  }
  button.quiet:hover:not(:disabled) {
    background: var(--hover);
  }
  button.icon {
    width: 28px;
    padding: 0;
  }
  button.link {
    height: auto;
    border: 0;
    background: none;
    padding: 0;
    color: var(--accent);
    justify-content: flex-start;
    text-align: left;
    white-space: normal;
  }
  button.link:hover:not(:disabled) {
    text-decoration: underline;
    background: none;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  table {
    border-collapse: collapse;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** A view: one line of title and filters, the rest is the work. */
export const viewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    height: 100%;
    background: var(--surface);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    flex: none;
    min-height: 40px;
    padding: 4px 12px;
    border-bottom: 1px solid var(--line);
  }
  .bar h1 {
    margin-right: 8px;
    white-space: nowrap;
  }
  .bar .space {
    flex: 1;
  }
  /* At the right on whichever line it comes to stand. */
  .bar .space + * {
    margin-left: auto;
  }
  .bar label {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    flex: 0 1 auto;
    min-width: 0;
    white-space: nowrap;
  }
  .bar select {
    flex: 0 1 116px;
    min-width: 56px;
    width: 116px;
    text-overflow: ellipsis;
  }
  /* The bar of the meeting room says it already. */
  :host-context(db-app[room]) .bar h1 {
    display: none;
  }
  .bar label:has(input) {
    flex: none;
  }
  .bar > span {
    white-space: nowrap;
  }
  .work {
    flex: 1;
    min-height: 0;
    position: relative;
  }
`;
