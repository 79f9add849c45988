import { css, html } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { baseStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";
import { type MenuGroups, menuStep } from "./menu-item.ts";

/** Where a menu opens, in pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** Room left to the edges of the window. */
const margin = 4;

/**
 * The menu of the cell under the pointer or in hand. Lines that cannot be used
 * say why in their title, and are reached by the keys all the same. Sends
 * `db-menu-closed` when it was open and is not any more; its detail says whether
 * the focus is to go back to the cells.
 */
@customElement("db-grid-menu")
export class DbGridMenu extends DbElement {
  static override styles = [
    baseStyles,
    css`
      .menu {
        position: fixed;
        z-index: 40;
        min-width: 220px;
        max-width: 340px;
        max-height: calc(100vh - 8px);
        overflow: auto;
        padding: 4px 0;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: var(--surface);
        box-shadow: var(--shadow);
        user-select: none;
      }
      [role="group"] + [role="group"] {
        margin-top: 4px;
        padding-top: 4px;
        border-top: 1px solid var(--line);
      }
      [role="menuitem"] {
        display: flex;
        gap: 24px;
        justify-content: space-between;
        padding: 2px 12px;
        cursor: default;
        white-space: nowrap;
      }
      [role="menuitem"] span:first-child {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      [role="menuitem"] .key {
        color: var(--muted);
      }
      [role="menuitem"]:focus {
        outline: none;
        background: var(--selected);
      }
      [role="menuitem"][aria-disabled="true"] {
        color: var(--muted);
        opacity: 0.75;
      }
    `,
  ];

  @state() private groups: MenuGroups = [];
  @query(".menu") private menu!: HTMLElement | null;
  #label = "";
  #at: MenuPlace = { x: 0, y: 0 };

  get isOpen(): boolean {
    return this.groups.length > 0;
  }

  /** Opens at a place, as far as it fits there, with the focus on the first line. */
  async open(groups: MenuGroups, at: MenuPlace, label: string): Promise<void> {
    this.#label = label;
    this.#at = at;
    this.groups = groups.filter((group) => group.length > 0);
    window.addEventListener("pointerdown", this.#outside, true);
    window.addEventListener("blur", this.#leave);
    window.addEventListener("resize", this.#leave);
    window.addEventListener("wheel", this.#outside, true);
    await this.updateComplete;
    this.#settle();
    this.#focus(0);
  }

  close(back: boolean): void {
    if (!this.isOpen) return;
    this.groups = [];
    this.#unhook();
    this.dispatchEvent(
      new CustomEvent<boolean>("db-menu-closed", { detail: back }),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unhook();
    this.groups = [];
  }

  #unhook(): void {
    window.removeEventListener("pointerdown", this.#outside, true);
    window.removeEventListener("blur", this.#leave);
    window.removeEventListener("resize", this.#leave);
    window.removeEventListener("wheel", this.#outside, true);
  }

  protected override render() {
    if (!this.isOpen) return html``;
    return html`<div
      class="menu"
      role="menu"
      aria-label=${this.#label}
      @contextmenu=${(event: Event) => {
        event.preventDefault();
      }}
    >
      ${this.groups.map(
        (group) =>
          html`<div role="group">
            ${group.map(
              (item) =>
                html`<div
                  role="menuitem"
                  tabindex="-1"
                  data-id=${item.id}
                  aria-disabled=${item.why === null ? "false" : "true"}
                  aria-keyshortcuts=${item.key.replace(/Ctrl/g, "Control")}
                  title=${item.why ?? ""}
                  @mousemove=${(event: MouseEvent) => {
                    (event.currentTarget as HTMLElement).focus();
                  }}
                  @click=${() => {
                    this.#run(item.id);
                  }}
                  @keydown=${this.#key}
                >
                  <span>${item.words}</span><span class="key">${item.key}</span>
                </div>`,
            )}
          </div>`,
      )}
    </div>`;
  }

  get #lines(): readonly HTMLElement[] {
    return [
      ...this.renderRoot.querySelectorAll<HTMLElement>("[role=menuitem]"),
    ];
  }

  #settle(): void {
    const { menu } = this;
    if (menu === null) return;
    const { width, height } = menu.getBoundingClientRect();
    const { x, y } = this.#at;
    const fit = (at: number, size: number, room: number) =>
      Math.max(margin, at + size + margin > room ? at - size : at);
    menu.style.left = `${String(fit(x, width, window.innerWidth))}px`;
    menu.style.top = `${String(
      Math.max(
        margin,
        Math.min(
          fit(y, height, window.innerHeight),
          window.innerHeight - height - margin,
        ),
      ),
    )}px`;
  }

  #focus(at: number): void {
    this.#lines[at]?.focus();
  }

  #key = (event: KeyboardEvent) => {
    event.stopPropagation();
    const lines = this.#lines;
    const at = lines.findIndex((line) => line.matches(":focus"));
    const { key } = event;
    if (key === "Escape" || key === "Tab") this.close(true);
    else if (key === "Enter" || key === " ")
      this.#run(lines[at]?.dataset["id"] ?? "");
    else {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const to = menuStep(
        key,
        at,
        this.groups.flat().map(({ words }) => words),
      );
      if (to === null) return;
      this.#focus(to);
    }
    event.preventDefault();
  };

  #run(id: string): void {
    const item = this.groups.flat().find((one) => one.id === id);
    if (item === undefined || item.why !== null) return;
    this.close(true);
    item.run();
  }

  #outside = (event: Event) => {
    if (!event.composedPath().includes(this)) this.close(false);
  };

  #leave = () => {
    this.close(false);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "db-grid-menu": DbGridMenu;
  }
}
