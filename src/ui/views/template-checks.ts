import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { FillCheck, FillRequest } from "../../worker/api.ts";

/** What templates are checked for. */
export interface ChecksWanted {
  readonly ids: readonly string[];
  /** The one that is looked at: it is checked first. */
  readonly first: string;
  readonly request: Omit<FillRequest, "template">;
  /** Changes whenever the data do. */
  readonly data: number;
}

/**
 * What each template would lack, one after the other, anew whenever the region,
 * the period or the data change. The last answers are kept until the next are
 * there; those that were overtaken are dropped.
 */
export class TemplateChecks implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #what: () => ChecksWanted | null;
  readonly #ask: (request: FillRequest) => Promise<FillCheck | null>;
  readonly #failed: (error: unknown) => void;
  readonly #answers = new Map<string, FillCheck>();
  /** Those that are of what is wanted now. */
  readonly #fresh = new Set<string>();
  #key = "";
  #turn = 0;

  constructor(
    host: ReactiveControllerHost,
    what: () => ChecksWanted | null,
    ask: (request: FillRequest) => Promise<FillCheck | null>,
    failed: (error: unknown) => void,
  ) {
    this.#host = host;
    this.#what = what;
    this.#ask = ask;
    this.#failed = failed;
    host.addController(this);
  }

  /** The last answer about a template; undefined before there is one. */
  of(id: string): FillCheck | undefined {
    return this.#answers.get(id);
  }

  isFresh(id: string): boolean {
    return this.#fresh.has(id);
  }

  hostUpdate(): void {
    const wanted = this.#what();
    const key =
      wanted === null
        ? ""
        : JSON.stringify([wanted.ids, wanted.request, wanted.data]);
    if (key === this.#key) return;
    this.#key = key;
    this.#turn += 1;
    this.#fresh.clear();
    if (wanted === null) this.#answers.clear();
    else this.#run(wanted, this.#turn).catch(this.#failed);
  }

  hostDisconnected(): void {
    this.#turn += 1;
    this.#key = "";
  }

  async #run(
    { ids, first, request }: ChecksWanted,
    turn: number,
  ): Promise<void> {
    const order = [...ids].sort(
      (a, b) => Number(b === first) - Number(a === first),
    );
    for (const template of order) {
      const check = await this.#ask({ ...request, template });
      if (turn !== this.#turn) return;
      if (check === null) this.#answers.delete(template);
      else this.#answers.set(template, check);
      this.#fresh.add(template);
      this.#host.requestUpdate();
    }
  }
}
