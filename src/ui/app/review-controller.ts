import type { ReactiveControllerHost } from "lit";
import type {
  EngineApi,
  FileInput,
  ImportChoices,
  ImportResult,
  Review,
  WorkProgress,
} from "../../worker/api.ts";

/** Files on their way in: recognised, looked at, then stored or let go. */
export class ReviewController {
  review: Review | null = null;
  /** The long work in hand; null when there is none. */
  work: WorkProgress | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly engine: () => EngineApi,
  ) {}

  /** Recognises files; an open review is let go first. */
  async start(files: readonly FileInput[]): Promise<void> {
    await this.discard();
    await this.#during("ui.doing.review", async (report) => {
      this.review = await this.engine().review(files, {}, report);
    });
  }

  /** Answers, takes back, corrects: whatever reads some of the files anew; null leaves them as they are. */
  async again(
    work: (engine: EngineApi, id: string) => Promise<Review | null>,
  ): Promise<void> {
    const { review } = this;
    if (review === null) return;
    await this.#during("ui.doing.reassume", async () => {
      const read = await work(this.engine(), review.id);
      if (read === null) return;
      const fresh = new Map(read.files.map((file) => [file.name, file]));
      this.review = {
        ...read,
        files: review.files.map((file) => fresh.get(file.name) ?? file),
        cancelled: review.cancelled,
      };
    });
  }

  /** Stores what was recognised in the named files; null when there is no review. */
  async store(
    files: readonly string[],
    who: string,
    choices: ImportChoices = {},
  ): Promise<ImportResult | null> {
    const { review } = this;
    if (review === null) return null;
    let result: ImportResult | null = null;
    await this.#during("ui.doing.import", async () => {
      result = await this.engine().importReview(review.id, files, who, choices);
      this.review = null;
    });
    return result;
  }

  async discard(): Promise<void> {
    const { review } = this;
    if (review === null) return;
    this.review = null;
    this.host.requestUpdate();
    await this.engine().discardReview(review.id);
  }

  /**
   * Runs `work` with the work line showing `doing`. Progress comes over a port
   * of its own and may arrive after the result: then it is of no interest.
   */
  async #during(
    doing: string,
    work: (report: (progress: WorkProgress) => void) => Promise<void>,
  ): Promise<void> {
    let under = true;
    this.#report({ done: 0, total: 0, doing, file: "" });
    try {
      await work((progress) => {
        if (under) this.#report(progress);
      });
    } finally {
      under = false;
      this.work = null;
      this.host.requestUpdate();
    }
  }

  #report(progress: WorkProgress): void {
    this.work = progress;
    this.host.requestUpdate();
  }
}
