import { provide } from "@lit/context";
import { LitElement, type TemplateResult, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Params } from "../../model/issue.ts";
import type { ProgressRow } from "../../model/progress.ts";
import type { Language } from "../../text/message.ts";
import type { UiCode } from "../../text/messages/ui.ts";
import type { ViewsCode } from "../../text/messages/views.ts";
import { describe } from "../../text/words.ts";
import type {
  CatalogInfo,
  EngineApi,
  ImportChoices,
  StateInfo,
} from "../../worker/api.ts";
import "../inspector/db-inspector.ts";
import { baseStyles } from "../parts/base-styles.ts";
import {
  engineContext,
  languageContext,
  namesContext,
  readerContext,
  scopeContext,
  stateContext,
  supposedContext,
  type ViewScope,
  whoContext,
} from "../state/contexts.ts";
import { handleAll, type Handlers, type Notice } from "../state/events.ts";
import { type Failure, failureNotice, failureOf } from "../state/failure.ts";
import { type Names, namesOf } from "../state/names.ts";
import {
  loadPreferences,
  type Preferences,
  savePreferences,
} from "../state/preferences.ts";
import { arrangementFilters } from "../grid/arrangement.ts";
import { parseRoute, type Route, routeHash, views } from "../state/route.ts";
import { progressId } from "../state/progress-id.ts";
import type { Subject } from "../state/subject.ts";
import { appStyles } from "./app-styles.ts";
import type { DbFilePicker } from "./db-file-picker.ts";
import "./db-file-picker.ts";
import type { DbHelpDialog } from "./db-help-dialog.ts";
import "./db-help-dialog.ts";
import "./db-notices.ts";
import type { DbPrintPages } from "./db-print-pages.ts";
import "./db-print-pages.ts";
import "./db-room-bar.ts";
import type { DbSettingsDialog } from "./db-settings-dialog.ts";
import "./db-settings-dialog.ts";
import "./db-side-rail.ts";
import type { DbTopBar } from "./db-top-bar.ts";
import "./db-top-bar.ts";
import "./db-work-line.ts";
import { DropController } from "./drop-controller.ts";
import { PrintController } from "./print-controller.ts";
import { KeyController } from "./key-controller.ts";
import { type Picked, readDrop } from "./read-files.ts";
import type { DbProfilesDialog } from "../review/db-profiles-dialog.ts";
import { ReviewController } from "./review-controller.ts";
import { importNotice } from "./import-notice.ts";
import { printableOf, printedScope } from "./printed-view.ts";
import { RoomController } from "./room-controller.ts";
import { ScopeController } from "./scope-controller.ts";
import { ThemeController } from "./theme-controller.ts";
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
  private scope!: ViewScope;

  @provide({ context: stateContext })
  @state()
  private journal!: StateInfo;

  @provide({ context: whoContext })
  @state()
  private who = "";

  @provide({ context: readerContext })
  @state()
  private reader = false;

  @provide({ context: supposedContext })
  @state()
  protected supposed: readonly ProgressRow[] | null = null;

  @state() private preferences: Preferences = loadPreferences();
  @state() private opened = false;
  @state() private failure: Failure | null = null;
  @state() private route: Route = parseRoute(location.hash);
  @state() private subject: Subject | null = null;
  @state() private notices: readonly Notice[] = [];
  /** When the journal was last written, in milliseconds; null when it never was. */
  @state() private savedAt: number | null = null;
  /** The meeting-room mode: the view alone, larger. */
  @property({ type: Boolean, reflect: true }) room = false;
  #catalog: CatalogInfo | null = null;
  /** True while the files under review are the shipped examples. */
  #examples = false;
  @query("db-file-picker") private picker!: DbFilePicker;
  @query("db-top-bar") private topBar!: DbTopBar;
  @query("db-help-dialog") private help!: DbHelpDialog;
  @query("db-settings-dialog") private settings!: DbSettingsDialog;
  @query("db-print-pages") private pages!: DbPrintPages | null;
  @query("db-profiles-dialog") private profiles!: DbProfilesDialog;
  @query("main") private work!: HTMLElement;

  #theme = new ThemeController(this);
  #room = new RoomController(this, (room) => {
    this.room = room;
  });
  #looking = new ScopeController({
    look: (scope) => {
      this.scope = scope;
    },
    failed: (error) => {
      this.#failed(error);
    },
  });
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
      this.#inspect(subject);
    },
    "db-follow-row": (row) => {
      const shown = this.subject;
      if (
        shown?.type === "progress" &&
        progressId(shown.row) === progressId(row)
      )
        this.#inspect({ type: "progress", row });
    },
    "db-suppose": (rows) => {
      this.supposed = rows;
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
        this.#examples = true;
      });
    },
    "db-answer": ({ question, choice }) => {
      this.#reread((engine, id) => engine.answer(id, question, choice));
    },
    "db-take-back": (answer) => {
      this.#reread((engine, id) => engine.takeBack(id, answer));
    },
    "db-reshape": ({ table, shape }) => {
      this.#reread((engine, id) => engine.reshape(id, table, shape));
    },
    "db-draw": ({ sheet, range }) => {
      this.#reread(async (engine, id) => {
        const review = await engine.drawTable(id, sheet, range);
        if (review === null)
          this.#notify({
            tone: "warning",
            code: "review.draw.no_words",
            params: {},
            issues: [],
          });
        return review;
      });
    },
    "db-erase": (table) => {
      this.#reread((engine, id) => engine.eraseTable(id, table));
    },
    "db-spellings": () => {
      this.#attempt(async () => {
        this.#changed(await this.engine.state());
        await this.#imports.again((engine, id) => engine.reviewed(id));
      });
    },
    "db-store": ({ files, choices }) => {
      this.#attempt(() => this.#store(files, choices));
    },
    "db-profiles": () => {
      this.#attempt(async () => {
        await import("../review/db-profiles-dialog.ts");
        this.profiles.open();
      });
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
    "db-relabelled": (journal) => {
      this.#attempt(() => this.#relabel(journal));
    },
    "db-notice": (notice) => {
      this.#notify(notice);
    },
    "db-dismiss": (notice) => {
      this.notices = this.notices.filter((other) => other !== notice);
    },
    "db-scope": (change) => {
      if (this.#looking.change(change)) this.#endPeriods();
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
    "db-reader": (reader) => {
      this.#prefer({ ...this.preferences, reader });
    },
    "db-print": () => {
      window.print();
    },
    "db-room": (room) => {
      this.#attempt(() => this.#room.set(room));
    },
    "db-undo": () => {
      this.#attempt(async () => {
        if (this.journal.canUndo)
          await this.#relabel(await this.engine.undo(this.who));
      });
    },
    "db-redo": () => {
      this.#attempt(async () => {
        if (this.journal.canRedo)
          await this.#relabel(await this.engine.redo(this.who));
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
      save: () => {
        this.#sayHowSaved();
      },
      search: () => {
        this.topBar.focusSearch();
      },
      go: (index) => {
        const view = views[index];
        if (view !== undefined) this.#go({ view, filters: {} });
      },
      leave: () => {
        if (this.subject === null && this.room)
          this.#attempt(() => this.#room.set(false));
        this.#inspect(null);
        // The grid tells of a row reached before only a task later: it must not come back.
        setTimeout(() => {
          this.#inspect(null);
        });
      },
      blocked: () =>
        this.opened &&
        (this.help.isOpen ||
          this.settings.isOpen ||
          // Not there before its code is.
          (this.profiles as Partial<DbProfilesDialog>).isOpen === true),
    });
    new PrintController(
      this,
      () => {
        this.#fillPages();
      },
      () => {
        this.pages?.clear();
      },
    );
    this.scope = this.#looking.scope;
    this.#prefer(this.preferences);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.#followHash);
    window.addEventListener("unhandledrejection", this.#unforeseen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.#followHash);
    window.removeEventListener("unhandledrejection", this.#unforeseen);
  }

  protected override firstUpdated(): void {
    this.#open().catch((error: unknown) => {
      this.failure = failureOf(error);
    });
  }

  protected override render() {
    if (!this.opened) return this.#opening();
    return html`
      ${
        this.room
          ? html`<db-room-bar .view=${this.route.view}></db-room-bar>`
          : html`<db-top-bar
                .savedAt=${this.savedAt}
                .theme=${this.#theme.theme}
                @db-skip=${this.#skip}
              ></db-top-bar>
              <db-side-rail
                .current=${this.route.view}
                .reviewing=${this.#imports.review !== null}
              ></db-side-rail>`
      }
      <main tabindex="-1" aria-label=${this.#say(`ui.view.${this.route.view}`)}>
        ${viewOf(this.route, {
          imports: this.#imports,
          isEmpty: this.#isEmpty,
          onMissingCode: this.#failed,
        })}
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
      <db-settings-dialog
        .theme=${this.preferences.theme}
        .reader=${this.reader}
      ></db-settings-dialog>
      <db-print-pages aria-hidden="true"></db-print-pages>
      <db-profiles-dialog></db-profiles-dialog>
    `;
  }

  #opening(): TemplateResult {
    return html`<p class="opening" role="status">
      ${
        this.failure === null
          ? this.#say("ui.opening")
          : this.#say("ui.open_failed", {
              why: this.#say(this.failure.code, this.failure.params),
            })
      }
    </p>`;
  }

  get #isEmpty(): boolean {
    return this.journal.observations === 0 && this.journal.records === 0;
  }

  #say(code: UiCode | ViewsCode, params: Params = {}): string {
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

  #follow(journal: StateInfo): void {
    this.journal = journal;
    this.#looking.follow(journal);
  }

  /** The month of the bar outweighs what a view was asked to show before. */
  #endPeriods(): void {
    const { view, filters } = this.route;
    if ("period" in filters || "pick-period" in filters)
      this.#go({
        view,
        filters: { ...filters, period: "", "pick-period": "" },
      });
  }

  /** What is supposed goes with the inspector it was typed in. */
  #inspect(subject: Subject | null): void {
    this.subject = subject;
    if (subject?.type !== "progress") this.supposed = null;
  }

  /** Takes in what may have changed labels of statuses or computed indicators too. Names are made anew only when it did: every grid is built from them. */
  async #relabel(journal: StateInfo): Promise<void> {
    const { catalog } = await this.engine.open();
    if (JSON.stringify(catalog) !== JSON.stringify(this.#catalog)) {
      this.#catalog = catalog;
      this.names = namesOf(catalog, this.language);
    }
    this.#changed(journal);
  }

  #changed(journal: StateInfo): void {
    this.savedAt = Date.now();
    this.#follow(journal);
  }

  #prefer(preferences: Preferences): void {
    this.preferences = preferences;
    this.language = preferences.language;
    this.who = preferences.who;
    this.reader = preferences.reader;
    savePreferences(preferences);
    const page = document.documentElement;
    page.lang = preferences.language === "zh" ? "zh-CN" : "en";
    this.#theme.choose(preferences.theme);
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
    this.#examples = false;
    await this.#imports.start(picked.files);
    this.#go({ view: "review", filters: {} });
  }

  #reread(work: Parameters<ReviewController["again"]>[0]): void {
    this.#attempt(() => this.#imports.again(work));
  }

  async #store(
    files: readonly string[],
    choices: ImportChoices,
  ): Promise<void> {
    const profiles = this.#imports.review?.unsaved ?? 0;
    const result = await this.#imports
      .store(files, this.who, choices)
      .catch(async (error: unknown) => {
        // Files before the one that failed are stored.
        this.#changed(await this.engine.state());
        throw error;
      });
    if (result === null) return;
    const journal = await this.engine.state();
    const day = this.#looking.imported(journal, this.#examples);
    this.#changed(journal);
    if (files.length === 0) {
      this.#notify({
        tone: "done",
        code: "review.profiles.saved",
        params: { n: profiles },
        issues: [],
      });
      this.#go({ view: "overview", filters: {} });
      return;
    }
    this.#notify(importNotice(result, day));
    this.#go({ view: "targets", filters: {} });
  }

  #go(route: Route): void {
    const hash = routeHash(route);
    if (hash === location.hash) this.route = route;
    else location.hash = hash;
  }

  /** The inspector stays while columns are only sorted, hidden or frozen. */
  #followHash = () => {
    const before = this.route;
    this.route = parseRoute(location.hash);
    if (!isRearranged(before, this.route)) this.#inspect(null);
  };

  /** The pages of the view on show, with what it was narrowed to. */
  #fillPages(): void {
    const { pages } = this;
    if (pages === null) return;
    const view = this.work.firstElementChild;
    pages.fill(
      printableOf(view, this.route.view, this.names),
      printedScope(this.scope, this.names),
      this.language,
    );
  }

  #skip = () => {
    this.work.focus();
  };

  /** Every change is stored as it is made; Ctrl+S only says so, once at a time. */
  #sayHowSaved(): void {
    if (!this.opened) return;
    const code = this.journal.persistent
      ? "ui.notice.saved_always"
      : "ui.saved.memory";
    this.notices = this.notices.filter((notice) => notice.code !== code);
    this.#notify({
      tone: this.journal.persistent ? "done" : "warning",
      code,
      params: {},
      issues: [],
    });
  }

  #notify(notice: Notice): void {
    this.notices = [...this.notices, notice];
  }

  /** Runs what may fail in a way nobody foresaw, and says so when it does. */
  #attempt(work: () => Promise<void>): void {
    work().catch(this.#failed);
  }

  #failed = (error: unknown) => {
    console.error(error);
    this.#notify(failureNotice(error));
  };

  #unforeseen = ({ reason }: PromiseRejectionEvent) => {
    this.#notify(failureNotice(reason));
  };
}

/** True when two routes differ in nothing but how columns are arranged. */
function isRearranged(before: Route, after: Route): boolean {
  const arranged: ReadonlySet<string> = new Set(arrangementFilters);
  const names = new Set(
    [...Object.keys(before.filters), ...Object.keys(after.filters)].filter(
      (name) => !arranged.has(name),
    ),
  );
  return (
    before.view === after.view &&
    [...names].every((name) => before.filters[name] === after.filters[name])
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "db-app": DbApp;
  }
}
