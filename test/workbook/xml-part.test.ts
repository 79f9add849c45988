import { strToU8 } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { readXmlPart } from "../../src/workbook/xml-part.ts";

type Event = readonly [string, string, ...unknown[]];

function ours(xml: string): { events: Event[]; problem: string | null } {
  const events: Event[] = [];
  const problem = readXmlPart(strToU8(xml), {
    open: ({ name, qualified }) =>
      events.push(["open", name, Object.fromEntries(qualified)]),
    close: (name) => events.push(["close", name]),
    text: (text) => events.push(["text", text]),
  });
  return { events, problem };
}

/** The same by an independent parser. */
function theirs(xml: string): { events: Event[]; wrong: boolean } {
  const events: Event[] = [];
  let wrong = false;
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", () => {
    wrong = true;
  });
  parser.on("opentag", ({ name, attributes }) =>
    events.push(["open", local(name), { ...attributes }]),
  );
  parser.on("closetag", ({ name }) => events.push(["close", local(name)]));
  parser.on("text", (text) => events.push(["text", text]));
  parser.on("cdata", (text) => events.push(["text", text]));
  parser.write(xml).close();
  return { events, wrong };
}

describe("small XML parts", () => {
  it.each([
    '<?xml version="1.0"?><!-- c --><x:a xmlns:x="u" b="1" x:c=\'2 &lt; &#x4e2d;\'><b/>t&amp;<![CDATA[<&]]><c >u</c ></x:a>',
    "<a\n  b = '1'\t/>",
    '<!DOCTYPE a [<!ENTITY e "x">]><a>1</a>',
  ])("are read as another parser does: %s", (xml) => {
    const found = ours(xml);
    expect(found.problem).toBeNull();
    expect(found.events).toEqual(theirs(xml).events);
  });

  it.each([
    "",
    "<a>",
    "<a><b></a>",
    "<a></b></a>",
    "<a/><b/>",
    "<a b=1/>",
    "<a b/>",
    "<a b='1'c='2'/>",
    "<a b='1' b='2'/>",
    "<a b='<'/>",
    "<a>&e;</a>",
    "<a b='&e;'/>",
    '<!DOCTYPE a [<!ENTITY e "x"><!ENTITY f "&e;">]><a>&g;</a>',
    "<a>&</a>",
    "<a/>text",
    "<a",
    "<1a/>",
  ])("are called malformed where another parser does: %s", (xml) => {
    expect(theirs(xml).wrong).toBe(true);
    expect(ours(xml).problem).not.toBeNull();
  });

  it("are read as far as they go", () => {
    const { events, problem } = ours("<a><b c='1'><d></a>");
    expect(problem).not.toBeNull();
    expect(events.map(([kind, name]) => `${kind} ${name}`)).toEqual([
      "open a", "open b", "open d", "close d", "close b", "close a",
    ]); // prettier-ignore
  });

  it("are malformed where bytes are no UTF-8", () => {
    const xml = strToU8("<a b='~'>x</a>");
    xml[xml.indexOf(0x7e)] = 0xc0;
    expect(readXmlPart(xml, {})).not.toBeNull();
  });
});
