import { consume } from "@lit/context";
import { state } from "lit/decorators.js";
import type { EngineApi } from "../../worker/api.ts";
import { engineContext, namesContext, whoContext } from "./contexts.ts";
import { DbElement } from "./db-element.ts";
import type { Names } from "./names.ts";

/** An element that asks the engine and names what it answers with. */
export class EngineElement extends DbElement {
  @consume({ context: engineContext }) protected engine!: EngineApi;
  @consume({ context: namesContext, subscribe: true })
  @state()
  protected names!: Names;
}

/** One that also writes to the journal, in the name of who works here. */
export class AuthorElement extends EngineElement {
  @consume({ context: whoContext, subscribe: true })
  @state()
  protected who!: string;
}
