import { consume } from "@lit/context";
import { state } from "lit/decorators.js";
import type { StateInfo } from "../../worker/api.ts";
import { scopeContext, stateContext, type ViewScope } from "./contexts.ts";
import { EngineElement } from "./engine-element.ts";

/** A view, or a part of one: it asks the engine about a scope, anew after every change of the journal. */
export class ViewElement extends EngineElement {
  @consume({ context: scopeContext, subscribe: true })
  @state()
  protected scope!: ViewScope;
  @consume({ context: stateContext, subscribe: true })
  @state()
  protected journal!: StateInfo;
}
