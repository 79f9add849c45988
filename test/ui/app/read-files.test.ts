import { describe, expect, it } from "vitest";
import { isTableFile, readChosen } from "../../../src/ui/app/read-files.ts";

describe("files of a folder", () => {
  it("are read when they look like tables", () => {
    expect(isTableFile("六月/太原市.xlsx")).toBe(true);
    expect(isTableFile("上报.et")).toBe(true);
    expect(isTableFile("通知.docx")).toBe(false);
  });

  it("are left alone when an office program or the system put them there", () => {
    expect(isTableFile("六月/~$太原市.xlsx")).toBe(false);
    expect(isTableFile("六月/.~太原市.xlsx")).toBe(false);
  });
});

describe("readChosen", () => {
  it("reads what a person chose alone, whatever it is called, and names what it skips in a folder", async () => {
    const alone = new File(["a"], "通知.docx");
    const beside = new File(["b"], "图.png");
    Object.defineProperty(beside, "webkitRelativePath", {
      value: "六月/图.png",
    });
    Object.defineProperty(alone, "webkitRelativePath", { value: "" });
    const { files, skipped } = await readChosen([alone, beside]);
    expect(files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ["通知.docx", 1],
    ]);
    expect(skipped).toEqual(["六月/图.png"]);
  });
});
