import { describe, expect, it } from "vitest";
import { scopeOfTags } from "./scope-of-tags.ts";

const accounts = [{ id: "A", tags: ["old age", "long"] }, { id: "B" }, { id: "C", tags: ["child"] }];
const instruments = [{ id: "X", tags: ["green"] }, { id: "Y", tags: ["green", "long"] }, { id: "Z" }];
const of = (...tags: string[]) => scopeOfTags(tags, accounts, instruments);

describe("scopeOfTags", () => {
  it("a tag of accounts is those accounts with their cash", () => {
    expect(of("child")).toEqual({ accounts: ["C"] });
  });

  it("a tag of instruments is those instruments in every account, without cash", () => {
    expect(of("green")).toEqual({ instruments: ["X", "Y"] });
  });

  it("several tags of one kind widen the scope: one of them is enough", () => {
    expect(of("child", "old age")).toEqual({ accounts: ["A", "C"] });
  });

  it("tags on both kinds narrow each other: tagged instruments inside tagged accounts", () => {
    expect(of("green", "child")).toEqual({ accounts: ["C"], instruments: ["X", "Y"] });
    expect(of("long")).toEqual({ accounts: ["A"], instruments: ["Y"] });
  });

  it("a tag that nobody carries, and no tag at all, are nothing, never everything", () => {
    expect(of("unheard of")).toEqual({ accounts: [], instruments: [] });
    expect(of()).toEqual({ accounts: [], instruments: [] });
  });

  it("beside one that somebody carries, a tag that nobody carries changes nothing", () => {
    expect(of("child", "unheard of")).toEqual({ accounts: ["C"] });
  });
});
