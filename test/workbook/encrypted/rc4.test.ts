import { expect, it } from "vitest";
import { Rc4 } from "../../../src/workbook/encrypted/rc4.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

function stream(key: string, from: number): string {
  const cipher = new Rc4(Buffer.from(key, "hex"));
  const bytes = new Uint8Array(16);
  cipher.skip(from);
  cipher.apply(bytes);
  return hex(bytes);
}

it("gives the key streams of RFC 6229", () => {
  expect(stream("0102030405", 0)).toBe("b2396305f03dc027ccc3524a0a1118a8");
  expect(stream("0102030405", 16)).toBe("6982944f18fc82d589c403a47a0d0919");
  const long = "0102030405060708090a0b0c0d0e0f10";
  expect(stream(long, 0)).toBe("9ac7cc9a609d1ef7b2932899cde41b97");
});
