import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("decodeText", () => {
  it("reads any UTF-8 text as TextDecoder does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const bytes = utf8(`a${text.replaceAll("\0", "")}`);
        const expected = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
        expect(decodeText(bytes)).toEqual({ text: expected, encoding: "utf-8" });
      }),
    );
  });

  it("never fails on any bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        (bytes) => void expect(decodeText(bytes).text).toBeTypeOf("string"),
      ),
    );
  });

  it("agrees with TextDecoder on what is UTF-8", () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 0x20, max: 0xff, minLength: 1, maxLength: 12 }), (bytes) => {
        const withEnd = Uint8Array.from([0x61, ...bytes, 0x61]);
        expect(decodeText(withEnd).encoding === "utf-8").toBe(isUtf8(withEnd));
      }),
    );
  });

  it("removes the byte-order mark and says so", () => {
    expect(decodeText(utf8("\uFEFFa,é"))).toEqual({ text: "a,é", encoding: "utf-8-bom" });
  });

  it("reads UTF-16 in both orders, with and without a mark", () => {
    const text = "Date,Type\n1,é€😀\n";
    const little = new Uint8Array(Buffer.from(text, "utf16le"));
    const big = Uint8Array.from(Buffer.from(text, "utf16le").swap16());
    expect(decodeText(little)).toEqual({ text, encoding: "utf-16le" });
    expect(decodeText(big)).toEqual({ text, encoding: "utf-16be" });
    expect(decodeText(Uint8Array.from([0xff, 0xfe, ...little]))).toEqual({ text, encoding: "utf-16le" });
    expect(decodeText(Uint8Array.from([0xfe, 0xff, ...big]))).toEqual({ text, encoding: "utf-16be" });
  });

  it("reads windows-1252 as TextDecoder does, byte by byte", () => {
    const bytes = Uint8Array.from({ length: 224 }, (_, index) => index + 32);
    const { text, encoding } = decodeText(bytes);
    expect(encoding).toBe("windows-1252");
    expect(text).toBe(new TextDecoder("windows-1252").decode(bytes));
  });

  it("keeps UTF-8 when the file ends inside a character", () => {
    const whole = utf8("CAFÉ 😀");
    expect(decodeText(whole.slice(0, -2))).toEqual({ text: "CAFÉ \uFFFD", encoding: "utf-8" });
  });

  it("reads a text longer than one chunk", () => {
    const text = "aé😀".repeat(20_000);
    expect(decodeText(utf8(text)).text).toBe(text);
  });
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes) !== "";
  } catch {
    return false;
  }
}
