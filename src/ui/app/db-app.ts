import { provide } from "@lit/context";
import { LitElement, type TemplateResult, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Params } from "../../model/issue.ts";
import type { Language } from "../../text/message.ts";
import type { UiCode } from "../../text/messages/ui.ts";
import { describe } from "../../text/words.ts";
import type { CatalogInfo, EngineApi, StateInfo } from "../../worker/api.ts";
import { localDay } from "../format/time-text.ts";
import "../inspector/db-inspector.ts";
import { baseStyles } from "../parts/base-styles.ts";
import {
  engineContext,
  languageContext,
  namesContext,
  scopeContext,
  stateContext,
  type ViewScope,
  whoContext,
} from "../state/contexts.ts";
import { handleAll, type Handlers, type Notice } from "../state/events.ts";
import { type Names, namesOf } from "../state/names.ts";
import {
  loadPreferences,
  type Preferences,
  savePreferences,
} from "../state/preferences.ts";
import { parseRoute, type Route, routeHash, views } from "../state/route.ts";
import type { Subject } from "../state/subject.ts";
import { appStyles } from "./app-styles.ts";
import type { DbFilePicker } from "./db-file-picker.ts";
import "./db-file-picker.ts";
import type { DbHelpDialog } from "./db-help-dialog.ts";
import "./db-help-dialog.ts";
import "./db-notices.ts";
import type { DbSettingsDialog } from "./db-settings-dialog.ts";
import "./db-settings-dialog.ts";
import "./db-side-rail.ts";
import type { DbTopBar } from "./db-top-bar.ts";
import "./db-top-bar.ts";
import "./db-work-line.ts";
import { DropController } from "./drop-controller.ts";
import { KeyController } from "./key-controller.ts";
import { type Picked, readDrop } from "./read-files.ts";
import { ReviewController } from "./review-controller.ts";
import { importNotice } from "./import-notice.ts";
import { viewOf } from "./view-of.ts";

/**
 * The whole app: top bar, rail, the view of the route, inspector, work line.
 * `main.ts` hands it the engine.
 */
@customElement("db-app")
export class DbApp extends LitElement {
  static override styles = [baseStyles, appStyles];

  @provide({ context: engineContext })
  @property({ attribute: false })
  engine!: EngineApi;

  @provide({ context: languageContext })
  @state()
  private language: Language = "zh";

  @provide({ context: namesContext })
  @state()
  protected names!: Names;

  @provide({ context: scopeContext })
  @state()
  private scope: ViewScope = { region: "", asOf: "", search: "" };

  @provide({ context: stateContext })
  @state()
  private journal!: StateInfo;

  @provide({ context: whoContext })
  @state()
  private who = "";

  @state() private preferences: Preferences = loadPreferences();
  @state() private opened = false;
  @state() private failure = "";
  @state() private route: Route = parseRoute(location.hash);
  @state() private subject: Subject | null = null;
  @state() private notices: readonly Notice[] = [];
  /** When the journal was last written, in milliseconds; null when it never was. */
  @state() private savedAt: number | null = null;
  #catalog: CatalogInfo | null = null;
  /** True once a person chose the day; until then it follows the data. */
  #ownDay = false;

  @query("db-file-picker") private picker!: DbFilePicker;
  @query("db-top-bar") private topBar!: DbTopBar;
  @query("db-help-dialog") private help!: DbHelpDialog;
  @query("db-settings-dialog") private settings!: DbSettingsDialog;
  @query("main") private work!: HTMLElement;

  #imports = new ReviewController(this, () => this.engine);
  #drop = new DropController(this, (transfer) => {
    this.#attempt(async () => {
      await this.#take(await readDrop(transfer));
    });
  });

  readonly #handlers: Handlers = {
    "db-navigate": (route) => {
      this.#go(route);
    },
    "db-inspect": (subject) => {
      this.subject = subject;
    },
    "db-files": (files) => {
      this.#attempt(() => this.#take({ files, skipped: [] }));
    },
    "db-pick": (what) => {
      this.picker.pick(what);
    },
    "db-examples": () => {
      this.#attempt(async () => {
        await this.#take({ files: await this.engine.examples(), skipped: [] });
      });
    },
    "db-assume": (assume) => {
      this.#attempt(() => this.#imports.answer(assume));
    },
    "db-store": (files) => {
      this.#attempt(() => this.#store(files));
    },
    "db-discard": () => {
      this.#attempt(() => this.#imports.discard());
      this.#go({ view: "overview", filters: {} });
    },
    "db-cancel": () => {
      this.#attempt(() => this.engine.cancel());
    },
    "db-changed": (journal) => {
      this.#changed(journal);
    },
    "db-notice": (notice) => {
      this.#notify(notice);
    },
    "db-dismiss": (notice) => {
      this.notices = this.notices.filter((other) => other !== notice);
    },
    "db-scope": (scope) => {
      this.#look(scope);
    },
    "db-language": (language) => {
      this.#prefer({ ...this.preferences, language });
    },
    "db-theme": (theme) => {
      this.#prefer({ ...this.preferences, theme });
    },
    "db-who": (who) => {
      this.#prefer({ ...this.preferences, who });
    },
    "db-undo": () => {
      this.#attempt(async () => {
        if (this.journal.canUndo)
          this.#changed(await this.engine.undo(this.who));
      });
    },
    "db-redo": () => {
      this.#attempt(async () => {
        if (this.journal.canRedo)
          this.#changed(await this.engine.redo(this.who));
      });
    },
    "db-settings": () => {
      this.settings.open();
    },
    "db-help": () => {
      this.help.open();
    },
  };

  constructor() {
    super();
    handleAll(this, this.#handlers);
    new KeyController(this, {
      undo: () => {
        this.#handlers["db-undo"](null);
      },
      redo: () => {
        this.#handlers["db-redo"](null);
      },
      help: () => {
        this.help.open();
      },
      search: () => {
        this.topBar.focusSearch();
      },
      go: (index) => {
        const view = views[index];
        if (view !== undefined) this.#go({ view, filters: {} });
      },
      leave: () => {
        this.subject = null;
      },
    });
    this.#prefer(this.preferences);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.#followHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.#followHash);
  }

  protected override firstUpdated(): void {
    this.#open().catch((error: unknown) => {
      this.failure = sentence(error);
    });
  }

  protected override render() {
    if (!this.opened) return this.#opening();
    return html`
      <db-top-bar
        .savedAt=${this.savedAt}
        .theme=${this.preferences.theme}
        @db-skip=${this.#skip}
      ></db-top-bar>
      <db-side-rail
        .current=${this.route.view}
        .reviewing=${this.#imports.review !== null}
      ></db-side-rail>
      <main tabindex="-1" aria-label=${this.#say(`ui.view.${this.route.view}`)}>
        ${viewOf(this.route, this.#imports, this.#isEmpty)}
      </main>
      ${
        this.subject === null
          ? nothing
          : html`<db-inspector .subject=${this.subject}></db-inspector>`
      }
      <db-work-line .work=${this.#imports.work}></db-work-line>
      <db-notices .notices=${this.notices}></db-notices>
      ${
        this.#drop.dragging
          ? html`<div class="drop"><p>${this.#say("ui.drop")}</p></div>`
          : nothing
      }
      <db-file-picker
        @db-picked=${(event: CustomEvent<Picked>) => {
          this.#attempt(() => this.#take(event.detail));
        }}
      ></db-file-picker>
      <db-help-dialog></db-help-dialog>
      <db-settings-dialog></db-settings-dialog>
    `;
  }

  #opening(): TemplateResult {
    return html`<p class="opening" role="status">
      ${
        this.failure === ""
          ? this.#say("ui.opening")
          : this.#say("ui.open_failed", { why: this.failure })
      }
    </p>`;
  }

  get #isEmpty(): boolean {
    return this.journal.observations === 0 && this.journal.records === 0;
  }

  #say(code: UiCode, params: Params = {}): string {
    return describe(code, params, this.language);
  }

  async #open(): Promise<void> {
    const { catalog, state: journal } = await this.engine.open();
    this.#catalog = catalog;
    this.names = namesOf(catalog, this.language);
    this.#follow(journal);
    const [last] = await this.engine.log();
    this.savedAt = last?.at ?? null;
    this.opened = true;
    if (catalog.issues.length > 0)
      this.#notify({
        tone: "warning",
        code: "ui.notice.catalog",
        params: { n: catalog.issues.length },
        issues: catalog.issues,
      });
  }

  /** Takes in the facts of the journal; the day follows the data until a person chose one. */
  #follow(journal: StateInfo): void {
    this.journal = journal;
    if (!this.#ownDay)
      this.scope = {
        ...this.scope,
        asOf: journal.latestDay ?? localDay(Date.now()),
      };
  }

  #changed(journal: StateInfo): void {
    this.savedAt = Date.now();
    this.#follow(journal);
  }

  #look(scope: ViewScope): void {
    if (scope.asOf !== this.scope.asOf) this.#ownDay = scope.asOf !== "";
    this.scope = scope;
    if (!this.#ownDay) this.#follow(this.journal);
  }

  #prefer(preferences: Preferences): void {
    this.preferences = preferences;
    this.language = preferences.language;
    this.who = preferences.who;
    savePreferences(preferences);
    const page = document.documentElement;
    page.lang = preferences.language === "zh" ? "zh-CN" : "en";
    page.setAttribute("data-theme", preferences.theme);
    document.title = this.#say("ui.title");
    if (this.#catalog !== null)
      this.names = namesOf(this.#catalog, preferences.language);
  }

  /** Recognises what was dropped or chosen and shows the review. */
  async #take(picked: Picked): Promise<void> {
    if (picked.skipped.length > 0)
      this.#notify({
        tone: "warning",
        code: "ui.notice.skipped",
        params: {
          n: picked.skipped.length,
          names: picked.skipped.slice(0, 5).join(this.#say("ui.comma")),
        },
        issues: [],
      });
    if (picked.files.length === 0) return;
    await this.#imports.start(picked.files);
    this.#go({ view: "review", filters: {} });
  }

  async #store(files: readonly string[]): Promise<void> {
    const result = await this.#imports.store(files, this.who);
    if (result === null) return;
    this.#changed(await this.engine.state());
    this.#notify(importNotice(result));
    this.#go({ view: "targets", filters: {} });
  }

  #go(route: Route): void {
    const hash = routeHash(route);
    if (hash === location.hash) this.route = route;
    else location.hash = hash;
  }

  #followHash = () => {
    this.route = parseRoute(location.hash);
    this.subject = null;
  };

  #skip = () => {
    this.work.focus();
  };

  #notify(notice: Notice): void {
    this.notices = [...this.notices, notice];
  }

  /** Runs what may fail in a way nobody foresaw, and says so when it does. */
  #attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      console.error(error);
      this.#notify({
        tone: "error",
        code: "ui.notice.failed",
        params: { why: sentence(error) },
        issues: [],
      });
    });
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

declare global {
  interface HTMLElementTagNameMap {
    "db-app": DbApp;
  }
}
