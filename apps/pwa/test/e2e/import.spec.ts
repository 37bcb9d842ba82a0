import { expect, type Locator, test } from "@playwright/test";
import { chooseFile, fixture, goTo, holdingRow } from "./app-page.ts";
import { type AppServer, startAppServer } from "./server.ts";

let server: AppServer;
test.beforeAll(async () => {
  server = await startAppServer();
});
test.afterAll(async () => {
  await server.close();
});

test("a Questrade file, an IBKR statement and a mapped CSV become exact figures, offline too, and an import can be undone", async ({
  page,
  context,
}) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    // The network is cut on purpose below; a refused fetch is no fault of the app.
    if (message.type() === "error" && !message.text().includes("Failed to load resource")) faults.push(message.text());
  });
  await page.goto(server.url);
  await expect(page.getByRole("heading", { name: "What you have, what it cost, what it returned" })).toBeVisible();

  await test.step("Questrade: recognised, the oversell is named by its line, the rest is taken", async () => {
    await chooseFile(page, fixture("questrade.csv"));
    await expect(page.getByText("Questrade").first()).toBeVisible();
    await expect(page.getByText("Line 12: More is sold or moved out")).toBeVisible();
    const changes = page.getByRole("region", { name: "What will change" });
    await expect(changes).toContainText("VCN.TO");
    await expect(changes).toContainText("$4,983.23");
    await page.getByRole("button", { name: /^Import 8 transactions/ }).click();
    await expect(page.getByRole("heading", { name: "8 transactions of questrade.csv are in" })).toBeVisible();
  });

  await test.step("holdings: quantity, average cost, cost basis, realized gain and income as computed by hand", async () => {
    await goTo(page, "Holdings");
    // 60 x 45 + 4.95 and 30 x 48 + 4.95 make 4149.90 for 90; a third is sold at 52 less 4.95:
    // cost out 1383.30, gain 171.75, left 60 for 2766.60, 46.11 each.
    const vcn = holdingRow(page, "VCN.TO");
    await expect(vcn).toContainText("60");
    await expect(vcn).toContainText("$2,766.60");
    await expect(vcn).toContainText("$46.11");
    await expect(vcn).toContainText("$28.08");
    // The fake source answers for VCN.TO in CAD: the full history is kept and the price shows.
    await expect(vcn).not.toContainText("Not yet known");
    const apple = holdingRow(page, "AAPL");
    await expect(apple).toContainText("US$230.00");
    await expect(page.getByText("+$171.75").first()).toBeVisible();
  });

  await test.step("IBKR: a second account; execution rows and totals are no trades", async () => {
    await chooseFile(page, fixture("interactive-brokers.csv"));
    await expect(page.getByText("Interactive Brokers").first()).toBeVisible();
    await page.getByRole("button", { name: /^Import 4 transactions/ }).click();
    await goTo(page, "Holdings");
    // 10 x 400.50 + 1 = 4006; 4 sold for 1801 - 1.05: gain 1799.95 - 1602.40 = 197.55; left 6 for 2403.60.
    const msft = holdingRow(page, "MSFT");
    // Prices arrive and re-sort the rows: the row is opened when it stands still.
    await expect(msft).not.toContainText("Not yet known");
    await expect(msft).toContainText("US$400.60");
    await msft.getByRole("button").first().click();
    await expect(page.locator("portfolio-holdings-table")).toContainText("US$2,403.60");
    // 80.88 at Questrade and 5000 - 4006 + 8.30 - 1.25 + 1799.95 = 2801.00 at IBKR.
    await expect(holdingRow(page, "USD")).toContainText("US$2,881.88");
  });

  await test.step("a spreadsheet: its columns are chosen, the rows previewed", async () => {
    await chooseFile(page, fixture("my-spreadsheet.csv"));
    await expect(page.getByRole("heading", { name: /What do the columns/ })).toBeVisible();
    for (const [column, meaning] of [
      ["When", "tradeDate"],
      ["What", "kind"],
      ["Symbol", "ticker"],
      ["Pieces", "quantity"],
      ["Each", "unitPrice"],
      ["Costs", "feeAmount"],
      ["Money", "grossAmount"],
    ] as const) {
      await page.getByLabel(`Meaning of column ${column}`).selectOption(meaning);
    }
    await page.getByLabel("Currency where none is given").fill("EUR");
    await page.getByLabel("Currency where none is given").press("Tab");
    await page.getByRole("button", { name: "See what each row becomes" }).click();
    await page.getByRole("button", { name: /^Import 3 transactions/ }).click();
    await goTo(page, "Holdings");
    // 10 x 100.50 + 5 = 1010; 4 sold at 120 less 5: cost out 404, left 606 for 6, 101 each; cash 2000 - 1010 + 475.
    const row = own();
    await expect(row).toContainText("€101.00");
    await expect(holdingRow(page, "EUR")).toContainText("€1,465.00");
    // No source knows it: the row says so and the others keep their figures.
    await expect(row).toContainText("Not yet known");
  });

  await test.step("a price is typed where no source has one", async () => {
    await own()
      .getByRole("button", { name: /Add a price/ })
      .first()
      .click();
    await page.getByLabel("Price of one unit, in EUR").fill("130");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(holdingRow(page, "SPREADX")).toContainText("€130.00");
  });

  const before = await figures();

  await test.step("the server is stopped and the network cut: a reload finds everything as before", async () => {
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await server.stop();
    await context.setOffline(true);
    await page.goto(`${server.url}/holdings`);
    await expect(page.getByText("Offline").first()).toBeVisible();
    expect(await figures()).toEqual(before);
    await goTo(page, "Dashboard");
    await expect(page.getByText("Time-weighted return")).toBeVisible();
    await expect(page.locator("portfolio-value-chart")).toBeVisible();
  });

  await test.step("an import is undone, offline, and takes only its own rows", async () => {
    await goTo(page, "Transactions");
    await page
      .getByRole("listitem")
      .filter({ hasText: "interactive-brokers.csv" })
      .getByRole("button", { name: "Undo import" })
      .click();
    await expect(page.getByText("4 transactions taken out")).toBeVisible();
    await goTo(page, "Holdings");
    await expect(page.locator("portfolio-holdings-table")).not.toContainText("MSFT");
    await expect(holdingRow(page, "VCN.TO")).toContainText("$2,766.60");
    await expect(holdingRow(page, "USD")).toContainText("US$80.88");
  });

  await context.setOffline(false);
  await server.start();
  expect(faults).toEqual([]);

  function own(): Locator {
    return holdingRow(page, "SPREADX");
  }

  async function figures(): Promise<string[]> {
    await goTo(page, "Holdings");
    await expect(holdingRow(page, "SPREADX")).toContainText("€130.00");
    return page.locator("portfolio-holdings-table").getByRole("row").allInnerTexts();
  }
});

test("the same file again offers nothing new, and identical rows of one file are all kept", async ({ page }) => {
  await page.goto(server.url);
  const twins = [
    "Transaction Date,Settlement Date,Action,Symbol,Description,Quantity,Price,Gross Amount,Commission,Net Amount,Currency,Account #,Activity Type,Account Type",
    "2025-01-06 12:00:00 AM,2025-01-06 12:00:00 AM,CON,,CONT 2025,0.00000,0.00000000,0.00,0.00,1000.00,CAD,51000009,Deposits,Individual TFSA",
    "2025-01-06 12:00:00 AM,2025-01-06 12:00:00 AM,CON,,CONT 2025,0.00000,0.00000000,0.00,0.00,1000.00,CAD,51000009,Deposits,Individual TFSA",
  ].join("\n");
  const file = { name: "twins.csv", mimeType: "text/csv", buffer: Buffer.from(twins) };
  await chooseFile(page, file);
  await page.getByRole("button", { name: /^Import 2 transactions/ }).click();
  await expect(page.getByRole("heading", { name: "2 transactions of twins.csv are in" })).toBeVisible();
  await page.getByRole("button", { name: "Import another file" }).click();
  await chooseFile(page, file);
  await expect(page.getByText("Imported before").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import 0 transactions/ })).toBeDisabled();
  await page.getByRole("button", { name: "Import anyway" }).first().click();
  await expect(page.getByRole("button", { name: /^Import 1 transaction/ })).toBeEnabled();
});
