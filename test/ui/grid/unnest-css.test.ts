import { describe, expect, it } from "vitest";
import { unnestCss } from "../../../src/ui/grid/unnest-css.ts";

const cases = [
  [".a{color:red}", ".a{color:red}"],
  [".a{color:red;&:hover{top:0}}", ".a{color:red}:is(.a):hover{top:0}"],
  [".a{&.b,&.c{top:0}left:1px}", ":is(.a).b,:is(.a).c{top:0}.a{left:1px}"],
  [".a,.b{>:where(.c,.d){top:0}}", ":is(.a,.b) >:where(.c,.d){top:0}"],
  [".a{.b{&:focus{top:0}}}", ":is(:is(.a) .b):focus{top:0}"],
  [
    ".a{top:0;@media (width>1px){left:0;&.b{right:0}}}",
    ".a{top:0;}@media (width>1px){.a{left:0;}:is(.a).b{right:0}}",
  ],
  ["@media print{.a{top:0}}", "@media print{.a{top:0}}"],
  [
    "@keyframes x{from{top:0}to{top:1px}}",
    "@keyframes x{from{top:0}to{top:1px}}",
  ],
  [
    '.a:after{content:"};{&";background:url(data:a;b,{)}',
    '.a:after{content:"};{&";background:url(data:a;b,{)}',
  ],
  [".a:not(.b,.c){&.d{top:0}}", ":is(.a:not(.b,.c)).d{top:0}"],
  ["@import url(a.css);.a{top:0}", "@import url(a.css);.a{top:0}"],
] as const;

describe("unnestCss", () => {
  it.each(cases)("rewrites %s", (nested, plain) => {
    const clean = (text: string) => text.replaceAll(";}", "}");
    expect(clean(unnestCss(nested))).toBe(clean(plain));
  });

  it("leaves a plain sheet as it is", () => {
    const plain = ".a{top:0}.b>.c{left:0}";
    expect(unnestCss(unnestCss(plain))).toBe(plain);
  });
});
