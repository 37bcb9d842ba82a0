import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { chooseFile, expectAccessible, fixture, goTo, holdingRow } from "./app-page.ts";
import { type AppServer, startAppServer } from "./server.ts";

let server: AppServer;
test.beforeAll(async () => {
  server = await startAppServer();
});
test.afterAll(async () => {
  await server.close();
});

const passphrase = "correct horse battery staple";

async function importEight(page: Page): Promise<void> {
  await page.goto(server.url);
  await chooseFile(page, fixture("questrade.csv"));
  await page.getByRole("button", { name: /^Import 8 transactions/ }).click();
  await expect(page.getByRole("button", { name: "Undo import" })).toBeVisible();
}

/** Makes the first backup in Settings; answers the file and the recovery key. */
async function backUp(page: Page): Promise<{ file: Buffer; name: string; recoveryKey: string }> {
  const storage = page.getByRole("region", { name: "Storage" });
  await storage.getByRole("button", { name: "Back up now" }).click();
  await storage.getByLabel(/^Passphrase for your backups/).fill(passphrase);
  await storage.getByLabel("Once more").fill(passphrase);
  await storage.getByRole("button", { name: "Make the keys" }).click();
  const recoveryKey = await storage.locator("code").innerText();
  await expectAccessible(page, "recovery key");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    storage.getByRole("button", { name: "I have written it down: back up" }).click(),
  ]);
  return { file: await readFile(await download.path()), name: download.suggestedFilename(), recoveryKey };
}

test("the keyboard takes an import back and does it again, after a reload too", async ({ page }) => {
  await importEight(page);
  await goTo(page, "Holdings");
  await expect(holdingRow(page, "VCN.TO")).toBeVisible();
  await page.reload();
  await expect(holdingRow(page, "VCN.TO")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Undone: import of questrade.csv (8 transactions)")).toBeVisible();
  await expect(page.getByRole("heading", { name: "What you have, what it cost, what it returned" })).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(holdingRow(page, "VCN.TO")).toContainText("$2,766.60");
});

test("data that the browser removed is missed, and a backup brings it back", async ({ page }) => {
  test.setTimeout(90_000);
  await importEight(page);
  await goTo(page, "Settings");
  const storage = page.getByRole("region", { name: "Storage" });
  await expect(storage).toContainText("8 changes are only on this device.");
  await expect(storage).toContainText("None yet");
  await storage.getByRole("button", { name: "Check data" }).click();
  await expect(storage).toContainText("All well: 8 transactions");
  await expectAccessible(page, "storage");
  const { file, name, recoveryKey } = await backUp(page);
  expect(name).toMatch(/^portfolio-[\d-]{15}\.pfarchive$/);
  expect(file.toString("latin1")).not.toContain("VCN");
  await expect(storage).toContainText("Everything is in the last backup.");
  await expect(storage).toContainText("restored in a test on");

  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase("portfolio").addEventListener("success", resolve);
      }),
  );
  await page.reload();
  await expect(page.getByText("This browser has removed the local data.")).toBeVisible();
  await expect(page.getByText("8 transactions were here")).toBeVisible();
  await storage.getByRole("button", { name: "Restore a backup…" }).click();
  await storage.getByLabel("Backup file").setInputFiles({ name, mimeType: "application/octet-stream", buffer: file });
  await storage.getByLabel("Passphrase or recovery key").fill("another passphrase");
  await storage.getByRole("button", { name: "Open" }).click();
  await expect(storage.getByRole("alert")).toContainText("not the passphrase");
  await storage.getByLabel("Passphrase or recovery key").fill(recoveryKey);
  await storage.getByRole("button", { name: "Open" }).click();
  await expect(storage).toContainText("Merging adds 8 transactions and 1 accounts");
  await storage.getByRole("button", { name: "Merge into this portfolio" }).click();
  await expect(page.getByText("This browser has removed the local data.")).toBeHidden();
  await goTo(page, "Holdings");
  await expect(holdingRow(page, "VCN.TO")).toContainText("$2,766.60");
});
