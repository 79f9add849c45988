import { describe, expect, it } from "vitest";
import { type Key, keyCommand } from "../../../src/ui/grid/key-command.ts";

function press(text: string): Key {
  const parts = text.split("+");
  const held = (name: string) => parts.slice(0, -1).includes(name);
  return {
    key: parts[parts.length - 1] ?? "",
    ctrlKey: held("Ctrl"),
    metaKey: held("Meta"),
    shiftKey: held("Shift"),
    altKey: held("Alt"),
  };
}

const right = { rows: 0, columns: 1 };

describe("keys on a cell", () => {
  it.each([
    ["ArrowRight", { does: "move", step: right, extend: false }],
    ["Shift+ArrowRight", { does: "move", step: right, extend: true }],
    ["Ctrl+ArrowRight", { does: "jump", step: right, extend: false }],
    ["Ctrl+Shift+ArrowRight", { does: "jump", step: right, extend: true }],
    ["Meta+ArrowRight", { does: "jump", step: right, extend: false }],
    ["Home", { does: "end", to: "rowStart", extend: false }],
    ["Ctrl+Home", { does: "end", to: "gridStart", extend: false }],
    ["End", { does: "end", to: "rowEnd", extend: false }],
    ["Ctrl+Shift+End", { does: "end", to: "gridEnd", extend: true }],
    [
      "PageDown",
      { does: "page", step: { rows: 1, columns: 0 }, extend: false },
    ],
    [
      "Alt+PageUp",
      { does: "page", step: { rows: 0, columns: -1 }, extend: false },
    ],
    ["Enter", { does: "walk", along: "columns", back: false }],
    ["Shift+Enter", { does: "walk", along: "columns", back: true }],
    ["Tab", { does: "walk", along: "rows", back: false }],
    ["F2", { does: "edit" }],
    ["Shift+F2", { does: "comment" }],
    ["Backspace", { does: "emptyAndEdit" }],
    ["Delete", { does: "clear" }],
    ["Escape", { does: "cancel" }],
    ["F6", { does: "leave" }],
    ["Ctrl+a", { does: "selectAll" }],
    ["Ctrl+ ", { does: "selectColumns" }],
    ["Shift+ ", { does: "selectRows" }],
    ["Ctrl+D", { does: "fillDown" }],
    ["Ctrl+r", { does: "fillRight" }],
    ["Ctrl+f", { does: "find" }],
    ["Ctrl+h", { does: "replace" }],
    ["Alt+Shift+ArrowLeft", { does: "fold", open: false }],
    ["Alt+Shift+ArrowRight", { does: "fold", open: true }],
  ])("%s", (keys, command) => {
    expect(keyCommand(press(keys))).toEqual(command);
  });

  it.each([
    "5",
    "n",
    "中",
    "Ctrl+c",
    "Ctrl+z",
    "Alt+2",
    "Alt+ArrowLeft",
    "?",
    " ",
    "Process",
  ])("leaves %s to others", (keys) => {
    expect(keyCommand(press(keys))).toBe(null);
  });
});
