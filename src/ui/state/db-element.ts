import { consume } from "@lit/context";
import { LitElement } from "lit";
import { state } from "lit/decorators.js";
import type { Params } from "../../model/issue.ts";
import type { Language } from "../../text/message.ts";
import type { ReviewCode } from "../../text/messages/review.ts";
import type { GridCode } from "../../text/messages/grid.ts";
import type { TargetsUiCode } from "../../text/messages/targets-ui.ts";
import type { UiCode } from "../../text/messages/ui.ts";
import type { ViewsCode } from "../../text/messages/views.ts";
import { describe } from "../../text/words.ts";
import { languageContext } from "./contexts.ts";

/** An element that speaks the language of the app. */
export class DbElement extends LitElement {
  @consume({ context: languageContext, subscribe: true })
  @state()
  protected language: Language = "zh";

  /** A label or sentence of the interface. */
  say(
    code: UiCode | ViewsCode | ReviewCode | GridCode | TargetsUiCode,
    params: Params = {},
  ): string {
    return describe(code, params, this.language);
  }
}
