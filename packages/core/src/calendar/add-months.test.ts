import { describe, expect, it } from "vitest";
import { addMonths } from "./add-months.ts";

describe("addMonths", () => {
  it("keeps the day of the month, clipped to its end", () => {
    expect(addMonths("2025-01-31", 1)).toBe("2025-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
    expect(addMonths("2025-11-15", 3)).toBe("2026-02-15");
    expect(addMonths("2025-12-31", 0)).toBe("2025-12-31");
  });

  it("goes back over the turn of a year", () => {
    expect(addMonths("2025-01-15", -1)).toBe("2024-12-15");
    expect(addMonths("2025-03-31", -25)).toBe("2023-02-28");
  });
});
