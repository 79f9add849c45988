import { css, html, type ReactiveElement } from "lit";

/** The look of the options below a field that finds or completes what is typed. */
export const optionListStyles = css`
  ul {
    overflow: auto;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
  }
  li {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    padding: 3px 8px;
    cursor: pointer;
    font-size: var(--size-small);
  }
  li.active {
    background: var(--selected);
  }
  li:hover {
    background: var(--hover);
  }
  li span:last-child {
    color: var(--muted);
  }
`;

/** The id of an option, for `aria-activedescendant` of its field. */
export function optionId(at: number): string {
  return `option-${String(at)}`;
}

/** One option of a listbox: what it is, and a hint at the other end. */
export function optionItem(
  at: number,
  active: number,
  words: string,
  hint: string,
  take: () => void,
) {
  return html`<li
    id=${optionId(at)}
    role="option"
    class=${at === active ? "active" : ""}
    aria-selected=${at === active ? "true" : "false"}
    @pointerdown=${(event: Event) => {
      // The field keeps the focus.
      event.preventDefault();
      take();
    }}
  >
    <span>${words}</span><span>${hint}</span>
  </li>`;
}

/** The option that an arrow key goes to, around the ends; null for any other key and without options. `active` is −1 where none is chosen. */
export function steppedOption(
  key: string,
  active: number,
  count: number,
): number | null {
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (step === 0 || count === 0) return null;
  if (active < 0 && step < 0) return count - 1;
  return (active + step + count) % count;
}

/** Brings the chosen option into view once it is drawn. */
export function showActive(element: ReactiveElement): void {
  void element.updateComplete.then(() => {
    element.renderRoot
      .querySelector("li.active")
      ?.scrollIntoView({ block: "nearest" });
  });
}
