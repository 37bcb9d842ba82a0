import { expect, type Page, test } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { chooseFile, expectAccessible, fixture, goTo, holdingRow } from "./app-page.ts";
import { type AppServer, startAppServer } from "./server.ts";

let server: AppServer;
test.beforeAll(async () => {
  server = await startAppServer();
});
test.afterAll(async () => {
  await server.close();
});

/** The export of what is stored, read from the file that the browser saves. */
async function exported(page: Page): Promise<string> {
  await goTo(page, "Settings");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export as JSON" }).click(),
  ]);
  return readFile(await download.path(), "utf8");
}

test("editing a note leaves every other field of an imported transaction as it is stored", async ({ page }) => {
  await page.goto(server.url);
  await chooseFile(page, fixture("questrade.csv"));
  await page.getByRole("button", { name: /^Import 8 transactions/ }).click();
  const before = JSON.parse(await exported(page)) as { transactions: { id: string; kind: string; note?: string }[] };
  await goTo(page, "Transactions");
  for (const kind of ["Buy", "Dividend"]) {
    await page
      .getByRole("button", { name: new RegExp(`^${kind} `) })
      .first()
      .click();
    const drawer = page.getByRole("dialog", { name: "Edit transaction" });
    await drawer.getByLabel("Note").fill("edited");
    await drawer.getByRole("button", { name: "Save", exact: true }).click();
    await expect(drawer).toBeHidden();
  }
  const after = JSON.parse(await exported(page)) as typeof before;
  const edited = after.transactions.filter(({ note }) => note === "edited");
  expect(edited.map(({ kind }) => kind).sort()).toEqual(["buy", "dividend"]);
  const old = new Map(before.transactions.map((row) => [row.id, row]));
  expect(edited.map((row) => ({ ...row, note: old.get(row.id)?.note }))).toEqual(
    edited.map(({ id }) => ({ ...old.get(id), note: old.get(id)?.note, isEdited: true })),
  );
});

test("a sale that has no effect is saved only when that is said, and a day to come is pointed out", async ({
  page,
}) => {
  await page.goto(server.url);
  await page.getByRole("button", { name: "Add one" }).click();
  const drawer = page.getByRole("dialog", { name: "Add a transaction" });
  await drawer.getByLabel("Kind").selectOption("sell");
  await drawer.getByLabel("Instrument").fill("AAPL");
  await drawer.getByLabel("Quantity").fill("3");
  await drawer.getByLabel("Price of one").fill("100");
  await drawer.getByRole("textbox", { name: "Currency" }).fill("USX");
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await expect(drawer).toContainText('"USX" is no currency we know');
  await drawer.getByRole("textbox", { name: "Currency" }).fill("USD");
  await drawer.getByLabel("Date").fill("2099-01-04");
  await expect(drawer).toContainText("This day is still to come");
  await drawer.getByLabel("Date").fill("2025-02-03");
  await expect(drawer).not.toContainText("This day is still to come");
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await expect(drawer.getByRole("alert")).toContainText("no effect");
  await expect(page.getByText("Transaction added")).toBeHidden();
  await drawer.getByRole("button", { name: "Save anyway" }).click();
  await expect(page.getByText("Transaction added")).toBeVisible();
});

test("a typed price needs a day that has been, and can be taken away again", async ({ page }) => {
  await page.goto(server.url);
  await page.getByRole("button", { name: "Add one" }).click();
  const drawer = page.getByRole("dialog", { name: "Add a transaction" });
  await drawer.getByLabel("Instrument").fill("NOSUCH");
  await drawer.getByLabel("Quantity").fill("2");
  await drawer.getByLabel("Price of one").fill("10");
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await goTo(page, "Holdings");
  await page.getByRole("button", { name: "Enter a price" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Enter a price" });
  const save = dialog.getByRole("button", { name: "Save", exact: true });
  await dialog.getByLabel(/^Price of one unit/).fill("12.5");
  await dialog.getByLabel("On the date").fill("");
  await save.click();
  await expect(dialog).toContainText("Choose the day the price is of.");
  await dialog.getByLabel("On the date").fill("2099-01-01");
  await save.click();
  await expect(dialog).toContainText("This day is still to come.");
  const today = await dialog.getByLabel("On the date").getAttribute("max");
  await dialog.getByLabel("On the date").fill(today ?? "");
  await save.click();
  await expect(holdingRow(page, "NOSUCH")).toContainText("12.50");
  await page.getByRole("button", { name: "Enter a price" }).first().click();
  await expect(dialog).toContainText("typed by hand");
  await expectAccessible(page, "price dialog");
  await dialog.getByRole("button", { name: "Remove it" }).click();
  await expect(dialog).not.toContainText("typed by hand");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(holdingRow(page, "NOSUCH")).toContainText("Not yet known");
});

test("in German format a typed 1,234 is a little more than one", async ({ browser }) => {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByRole("button", { name: "Add one" }).click();
  const drawer = page.getByRole("dialog", { name: "Add a transaction" });
  await drawer.getByLabel("Instrument").fill("AAPL");
  await drawer.getByLabel("Quantity").fill("1,234");
  await drawer.getByLabel("Price of one").fill("1.000,5");
  await expect(drawer).toContainText("0 to 1,234");
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await goTo(page, "Transactions");
  await page.getByRole("button", { name: /^Buy AAPL/ }).click();
  const edit = page.getByRole("dialog", { name: "Edit transaction" });
  await expect(edit.getByLabel("Quantity")).toHaveValue("1,234");
  await expect(edit.getByLabel("Price of one")).toHaveValue("1000,5");
  await context.close();
});

test("an export is restored into an empty portfolio, and refused by one that is not empty", async ({ page }) => {
  await page.goto(server.url);
  await chooseFile(page, fixture("questrade.csv"));
  await page.getByRole("button", { name: /^Import 8 transactions/ }).click();
  const text = await exported(page);
  const file = { name: "portfolio.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await chooseFile(page, file);
  await expect(page.getByRole("alert").filter({ hasText: "not empty" })).toContainText("Nothing was changed.");
  await goTo(page, "Settings");
  await page.getByRole("button", { name: "Delete everything" }).click();
  const deletion = page.getByRole("dialog", { name: "Delete everything?" });
  await deletion.getByRole("button", { name: "Delete everything" }).click();
  await expect(deletion).toContainText("Type the word");
  await deletion.getByLabel(/^Type/).fill("delete");
  await deletion.getByRole("button", { name: "Delete everything" }).click();
  await expect(deletion).toBeHidden();
  await goTo(page, "Dashboard");
  await page.getByRole("link", { name: "Import your last export" }).click();
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Dashboard");
  await goTo(page, "Holdings");
  await expect(holdingRow(page, "VCN.TO")).toContainText("$2,766.60");
});

test("an address without a page says so and leads home", async ({ page }) => {
  await page.goto(`${server.url}/nowhere`);
  await expect(page.getByRole("heading", { name: "There is no page at this address" })).toBeVisible();
  await expectAccessible(page, "not found");
  await page.getByRole("link", { name: "Go to the dashboard" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Dashboard");
});

test("from the review one goes back to the columns, keeps them, and says what a word stands for", async ({ page }) => {
  await page.goto(server.url);
  const rows = ["Day;What;Money", "01/02/2025;Einlage;1.000,50", "02/02/2025;Deposit;2.000,00"];
  const file = { name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
  await chooseFile(page, file);
  for (const [column, meaning] of [
    ["Day", "tradeDate"],
    ["What", "kind"],
    ["Money", "grossAmount"],
  ] as const)
    await page.getByLabel(`Meaning of column ${column}`).selectOption(meaning);
  await page.getByLabel("Decimal sign").selectOption("comma");
  await page.getByRole("button", { name: "See what each row becomes" }).click();
  await page.getByRole("button", { name: "Choose the order of dates" }).click();
  await expect(page.getByLabel("Meaning of column Money")).toHaveValue("grossAmount");
  await page.getByLabel("Dates").selectOption("MDY");
  await page.getByRole("button", { name: "See what each row becomes" }).click();
  await page.getByRole("button", { name: "Say what it stands for" }).click();
  await expect(page.getByLabel("Dates")).toHaveValue("MDY");
  await page.getByLabel("“Einlage”").selectOption("deposit");
  await page.getByRole("button", { name: "See what each row becomes" }).click();
  await page.getByRole("button", { name: /^Import 2 transactions/ }).click();
  await expect(page.getByRole("heading", { name: "2 transactions of own.csv are in" })).toBeVisible();
  await goTo(page, "Import");
  await expect(page.getByRole("heading", { name: /^Drop a broker/ })).toBeVisible();
  await goTo(page, "Transactions");
  await expect(page.getByText("January 2025")).toBeVisible();
  await expect(page.getByText("1,000.50")).toBeVisible();
});
