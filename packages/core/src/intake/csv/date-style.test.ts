import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromEpochDay } from "../../calendar/plain-date.ts";
import { type DateOrder, dateOrderOf, parseDate } from "./date-style.ts";

describe("parseDate", () => {
  const seen: readonly (readonly [string, string, (string | undefined)?, DateOrder?])[] = [
    ["2025-03-01", "2025-03-01"],
    ["2025/03/01", "2025-03-01"],
    ["2025-03-01T10:00:00.123456Z", "2025-03-01", "10:00:00"],
    ["20250301", "2025-03-01"],
    ["20250301;101530", "2025-03-01", "10:15:30"],
    ["2026-01-02, 12:00:00", "2026-01-02", "12:00:00"],
    ["2025-03-03 10:00:00 AM", "2025-03-03", "10:00:00"],
    ["2025-03-03 12:00:00 AM", "2025-03-03"],
    ["2025-03-03 12:30:00 PM", "2025-03-03", "12:30:00"],
    ["2024-05-01T00:00", "2024-05-01"],
    ["01-03-2025", "2025-03-01", undefined, "DMY"],
    ["01/03/2025", "2025-01-03", undefined, "MDY"],
    ["3/1/2025", "2025-03-01", undefined, "MDY"],
    ["03/01/25", "2025-01-03", undefined, "DMY"],
    ["01.02.2026", "2026-02-01", undefined, "MDY"],
    ["09-08-2022 10:37:37", "2022-08-09", "10:37:37", "DMY"],
    ["02-Apr-2025", "2025-04-02"],
    ["25 Sep 2026", "2026-09-25"],
    ["January 10, 2025", "2025-01-10"],
    ["Jan. 28, 2022, 12:31 AM", "2022-01-28", "00:31:00"],
    ["May 5, 2020, 10:10:57 PM", "2020-05-05", "22:10:57"],
    ["10/24/2023 as of 10/20/2023", "2023-10-20", undefined, "MDY"],
    ["2025-01-17 16:57:02 UTC", "2025-01-17", "16:57:02"],
    ["2018-06-03 21:16:15 +0000", "2018-06-03", "21:16:15"],
    ["1735689600000", "2025-01-01"],
    ["45658", "2025-01-01"],
  ];
  for (const [cell, date, time, order = "YMD"] of seen) {
    it(`reads ${cell}`, () => {
      expect(parseDate(cell, order)).toEqual(time === undefined ? { date } : { date, time });
    });
  }

  const refused = [
    "",
    "2025-02-30",
    "31/04/2025",
    "13/13/2025",
    "2025-01-01 25:00:00",
    "2025-1-1",
    "1-2/2025",
    "Foo 3, 2025",
    "=TODAY()",
    "12",
  ];
  for (const cell of refused) {
    it(`refuses ${JSON.stringify(cell)}`, () => {
      expect(parseDate(cell, "DMY")).toBeUndefined();
    });
  }

  it("refuses a date the column's order does not fit", () => {
    expect(parseDate("14/03/2025", "MDY")).toBeUndefined();
    expect(parseDate("03/14/2025", "DMY")).toBeUndefined();
  });
});

const dates = fc.array(fc.integer({ min: -25_000, max: 40_000 }).map(fromEpochDay), { minLength: 1, maxLength: 30 });

function written(date: string, order: DateOrder, separator: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return (order === "DMY" ? [day, month, year] : [month, day, year]).join(separator);
}

describe("a column of dates", () => {
  it("is read back whole in the order that one of its cells decides", () => {
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom<DateOrder>("DMY", "MDY"),
        fc.constantFrom("/", "-"),
        (column, order, separator) => {
          const cells = [...column, "2025-12-31"].map((date) => written(date, order, separator));
          const finding = dateOrderOf(cells);
          expect(finding).toEqual({ order, decided: true, mixed: false });
          expect(cells.map((cell) => parseDate(cell, finding.order)?.date)).toEqual([...column, "2025-12-31"]);
        },
      ),
    );
  });

  it("asks when no day is above 12", () => {
    expect(dateOrderOf(["03/04/2025", "", "11/12/2025 10:00:00"])).toEqual({
      order: "DMY",
      decided: false,
      mixed: false,
    });
  });

  it("needs no order when every date says it by itself", () => {
    expect(dateOrderOf(["2025-01-02", "02-Apr-2025", "20250102"])).toEqual({
      order: "YMD",
      decided: true,
      mixed: false,
    });
  });

  it("tells mixed orders", () => {
    expect(dateOrderOf(["13/04/2025", "04/13/2025", "14/04/2025"])).toEqual({
      order: "DMY",
      decided: true,
      mixed: true,
    });
    expect(dateOrderOf(["13/04/2025", "04/13/2025"])).toMatchObject({ decided: false, mixed: true });
  });

  it("never throws on any text", () => {
    expect(() => fc.assert(fc.property(fc.string(), (cell) => void parseDate(cell, "MDY")))).not.toThrow();
  });
});
