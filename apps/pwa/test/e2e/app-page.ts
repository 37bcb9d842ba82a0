import { axe } from "./axe.ts";
import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { fileURLToPath } from "node:url";

/** A file beside these tests. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
}

/** Goes to a page by the sidebar. */
export async function goTo(
  page: Page,
  name: "Dashboard" | "Holdings" | "Transactions" | "Import" | "Settings",
): Promise<void> {
  await page.getByRole("navigation", { name: "Pages" }).first().getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}

/** Chooses a file on the import page. */
export async function chooseFile(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await goTo(page, "Import");
  await page.locator("input[type=file]").setInputFiles(file);
}

/** The row of an instrument in the holdings table. */
export function holdingRow(page: Page, label: string): Locator {
  return page.locator("portfolio-holdings-table").getByRole("row").filter({ hasText: label }).first();
}

/** Fails when axe finds a violation on the page as it stands. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const violations = await axe.violations(page);
  expect(violations, where).toEqual([]);
}
