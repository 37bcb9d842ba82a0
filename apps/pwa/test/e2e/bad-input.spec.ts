import { expect, test } from "@playwright/test";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseFile, goTo } from "./app-page.ts";
import { type AppServer, startAppServer } from "./server.ts";

let server: AppServer;
test.beforeAll(async () => {
  server = await startAppServer();
});
test.afterAll(async () => {
  await server.close();
});

const header =
  "Transaction Date,Settlement Date,Action,Symbol,Description,Quantity,Price,Gross Amount,Commission,Net Amount,Currency,Account #,Activity Type,Account Type";
const good =
  "2025-01-06 12:00:00 AM,2025-01-06 12:00:00 AM,CON,,CONT 2025,0.00000,0.00000000,0.00,0.00,1000.00,CAD,52000001,Deposits,Individual TFSA";
const buy = (fields: { quantity?: string; price?: string; currency?: string; date?: string }): string =>
  `${fields.date ?? "2025-01-08"} 12:00:00 AM,2025-01-09 12:00:00 AM,Buy,VCN.TO,VANGUARD FTSE CANADA ALL CAP INDEX ETF WE ACTED AS PRINCIPAL,${fields.quantity ?? "10.00000"},${fields.price ?? "45.00000000"},-450.00,-4.95,-454.95,${fields.currency ?? "CAD"},52000001,Trades,Individual TFSA`;

for (const { title, name, bytes, says } of [
  {
    title: "no CSV at all",
    name: "statement.pdf",
    bytes: Buffer.from("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", "latin1"),
    says: /statement\.pdf/,
  },
  { title: "an empty file", name: "empty.csv", bytes: Buffer.from(""), says: /empty\.csv/ },
]) {
  test(`${title} is refused by name and nothing changes`, async ({ page }) => {
    await page.goto(server.url);
    await chooseFile(page, { name, mimeType: "text/csv", buffer: bytes });
    await expect(page.getByRole("alert").filter({ hasText: says })).toBeVisible();
    await goTo(page, "Dashboard");
    await expect(page.getByRole("heading", { name: "What you have, what it cost, what it returned" })).toBeVisible();
  });
}

test("a file of 200 MB is refused before it is read", async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), "portfolio-huge-"));
  const path = join(folder, "huge.csv");
  // A hole of 200 MB: the size is what counts, and nothing of it must be read.
  const file = await open(path, "w");
  await file.truncate(200_000_000);
  await file.close();
  await page.goto(server.url);
  await chooseFile(page, path);
  await expect(page.getByRole("alert").filter({ hasText: "huge.csv has 200 MB" })).toBeVisible();
  await rm(folder, { recursive: true });
});

for (const { title, rows, line, field } of [
  { title: "a negative price", rows: [good, buy({ price: "-45.00000000" })], line: 3, field: "Price" },
  { title: "an unknown currency", rows: [good, buy({ currency: "XQQ" })], line: 3, field: "Currency" },
  { title: "a formula in a number cell", rows: [good, buy({ price: "=1+1" })], line: 3, field: "Price" },
  { title: "a date far in the future", rows: [good, buy({ date: "2099-01-08" })], line: 3, field: "2099-01-08" },
]) {
  test(`${title} names line and field, and does not hold up the good row`, async ({ page }) => {
    await page.goto(server.url);
    await chooseFile(page, {
      name: "questrade.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([header, ...rows].join("\n")),
    });
    const note = page.locator(".note").filter({ hasText: `Line ${line}` });
    await expect(note.first()).toBeVisible();
    await expect(note.first()).toContainText(field, { ignoreCase: true });
    await page.getByRole("button", { name: /^Import 1 transaction/ }).click();
    await expect(page.getByRole("heading", { name: /^1 transactions of questrade\.csv/ })).toBeVisible();
  });
}

test("UTF-16 and windows-1252 files are read", async ({ page }) => {
  await page.goto(server.url);
  await chooseFile(page, {
    name: "utf16.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\ufeff${header}\n${good}`, "utf16le"),
  });
  await expect(page.getByRole("button", { name: /^Import 1 transaction/ })).toBeEnabled();
  await page.getByRole("button", { name: "Another file" }).click();
  await chooseFile(page, {
    name: "windows.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${header}\n${good.replace("CONT 2025", "COTISATION DÉPÔT")}`, "latin1"),
  });
  await expect(page.getByRole("button", { name: /^Import 1 transaction/ })).toBeEnabled();
});
