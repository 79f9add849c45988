import { type SVGTemplateResult, svg, type TemplateResult, html } from "lit";
import type { Spark, SparkBox } from "./spark.ts";

/** A small line with its newest figure as a dot; decoration beside words that say the same. */
export function sparkDrawing(drawn: Spark, box: SparkBox): TemplateResult {
  return html`<svg
    viewBox="0 0 ${box.width} ${box.height}"
    width=${box.width}
    height=${box.height}
    aria-hidden="true"
    style="display:block;max-width:100%"
  >
    ${sparkParts(drawn, box)}
  </svg>`;
}

function sparkParts(drawn: Spark, { width }: SparkBox): SVGTemplateResult {
  const { path, hollow, last, goal } = drawn;
  return svg`${
    goal === null
      ? svg``
      : svg`<path d="M0 ${goal}H${width}" fill="none" stroke="var(--far)" stroke-width="1" stroke-dasharray="3 2"></path>`
  }<path d=${path} fill="none" stroke="var(--accent)" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"></path>${hollow.map(
    ([x, y]) =>
      svg`<circle cx=${x} cy=${y} r="2.2" fill="var(--surface)" stroke="var(--accent)" stroke-width="1.2"></circle>`,
  )}${
    last === null
      ? svg``
      : svg`<circle cx=${last[0]} cy=${last[1]} r="2.6" fill="var(--accent)"></circle>`
  }`;
}
