import { expect } from "@open-wc/testing";
import { tokenFallbacks } from "./token-fallbacks.ts";

describe("token fallbacks", () => {
  it("are the values of tokens.css", async () => {
    const file = await (await fetch(new URL("./tokens.css", import.meta.url))).text();
    const plain = (text: string): string =>
      text
        .replace(/(\.\d*?)0+(?=[\s)])/g, "$1")
        .replace(/\.(?=[\s)])/g, "")
        .replace(/\s+/g, "");
    const fallbacks = [
      ...tokenFallbacks.cssText.matchAll(/var\((--pf-(?:color|chart)-[\w-]+), (light-dark\(.*\))\);/g),
    ];
    expect(fallbacks.length).to.be.greaterThan(20);
    for (const [, name = "", value = ""] of fallbacks) {
      const named = name.replace("--pf-color-gain", "--pf-green").replace("--pf-color-loss", "--pf-red");
      const declared = new RegExp(`${named}:\\s*(light-dark\\(.*\\));`).exec(file)?.[1] ?? "";
      expect(plain(value), name).to.equal(plain(declared));
    }
  });
});
