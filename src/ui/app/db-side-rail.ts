import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { baseStyles } from "../parts/base-styles.ts";
import { icon } from "../parts/icon.ts";
import { DbElement } from "../state/db-element.ts";
import { routeHash, type ViewName, views } from "../state/route.ts";

/** The views, as links with an icon and a word. */
@customElement("db-side-rail")
export class DbSideRail extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        border-right: 1px solid var(--line);
        background: var(--ground);
        overflow: hidden auto;
      }
      nav {
        display: flex;
        flex-direction: column;
        padding: 4px 0;
      }
      a {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 2px;
        padding: 8px 0 6px;
        color: var(--muted);
        text-decoration: none;
        font-size: var(--size-small);
        border-left: 3px solid transparent;
        border-right: 3px solid transparent;
      }
      a:hover {
        background: var(--hover);
        color: var(--text);
      }
      a[aria-current] {
        color: var(--accent);
        border-left-color: var(--accent);
        background: var(--surface);
        font-weight: 600;
      }
      a:focus-visible {
        outline-offset: -2px;
      }
      .review {
        color: var(--behind);
        border-bottom: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) current: ViewName = "overview";
  /** True while an import waits to be looked at. */
  @property({ attribute: false }) reviewing = false;

  protected override render() {
    return html`<nav aria-label=${this.say("ui.rail")}>
      ${this.reviewing ? this.#link("review") : nothing}
      ${views.map((view) => this.#link(view))}
    </nav>`;
  }

  #link(view: ViewName) {
    return html`<a
      class=${view}
      href=${routeHash({ view, filters: {} })}
      aria-current=${view === this.current ? "page" : nothing}
      >${icon(view, 18)}<span>${this.say(`ui.view.${view}`)}</span></a
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-side-rail": DbSideRail;
  }
}
