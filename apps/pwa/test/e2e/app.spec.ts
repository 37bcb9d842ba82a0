import { expect, test } from "@playwright/test";
import { expectAccessible, goTo, holdingRow } from "./app-page.ts";
import { type AppServer, startAppServer } from "./server.ts";

let server: AppServer;
test.beforeAll(async () => {
  server = await startAppServer();
});
test.afterAll(async () => {
  await server.close();
});

const pages = ["Dashboard", "Holdings", "Transactions", "Import", "Settings"] as const;
const paths = ["/", "/holdings", "/transactions", "/import", "/settings"] as const;

test("the sample is one click away, marked, and apart from one's own data", async ({ page }) => {
  await page.goto(server.url);
  await page.getByRole("button", { name: "Open the sample" }).click();
  await expect(page.getByText("This is a sample portfolio.")).toBeVisible();
  await expect(page.locator("portfolio-value-chart")).toBeVisible();
  await goTo(page, "Holdings");
  await expect(holdingRow(page, "XEQT")).toBeVisible();
  await page.getByRole("button", { name: "Leave the sample" }).first().click();
  await goTo(page, "Dashboard");
  await expect(page.getByRole("heading", { name: "What you have, what it cost, what it returned" })).toBeVisible();
});

test("a transaction typed by hand shows its outcome first, is kept, can be undone; a second tab follows", async ({
  page,
  context,
}) => {
  await page.goto(server.url);
  const other = await context.newPage();
  await other.goto(`${server.url}/transactions`);
  await page.getByRole("button", { name: "Add one" }).click();
  const drawer = page.getByRole("dialog", { name: "Add a transaction" });
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await expect(drawer).toContainText("Enter a ticker or a name.");
  await drawer.getByLabel("Instrument").fill("AAPL");
  await drawer.getByLabel("Quantity").fill("10");
  await drawer.getByLabel("Price of one").fill("150,50");
  await drawer.getByRole("textbox", { name: "Fee" }).fill("1");
  await drawer.getByRole("textbox", { name: "Currency" }).fill("USD");
  await expect(drawer).toContainText("0 to 10");
  await expect(drawer).toContainText("−$1,506.00");
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await goTo(page, "Holdings");
  await expect(holdingRow(page, "AAPL")).toContainText("$1,506.00");
  await expect(other.getByText("Buy AAPL")).toBeVisible();
  await goTo(page, "Transactions");
  await page.getByRole("button", { name: /^Remove Buy/ }).click();
  await expect(page.getByText("No transactions yet")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Buy AAPL")).toBeVisible();
});

test("hidden amounts leave no amount on the page", async ({ page }) => {
  await page.goto(server.url);
  await page.getByRole("button", { name: "Open the sample" }).click();
  await expect(page.getByText("This is a sample portfolio.")).toBeVisible();
  await page.getByRole("button", { name: "Hide amounts" }).click();
  await goTo(page, "Holdings");
  await expect(page.locator("portfolio-holdings-table")).toContainText("••••");
  const text = await page.locator("portfolio-holdings-page").innerText();
  expect(text.match(/\$[\d,]{5,}/g) ?? []).toEqual([]);
});

for (const scheme of ["light", "dark"] as const) {
  test(`every page is accessible and as wide as its window (${scheme})`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({
      colorScheme: scheme,
      locale: "en-CA",
      viewport: { width: 1440, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(server.url);
    await expectAccessible(page, `onboarding, ${scheme}`);
    await page.getByRole("button", { name: "Open the sample" }).click();
    await expect(page.getByText("This is a sample portfolio.")).toBeVisible();
    for (const name of pages) {
      await goTo(page, name);
      await page.waitForLoadState("networkidle");
      await expectAccessible(page, `${name}, ${scheme}`);
    }
    for (const width of [360, 390, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      for (const path of paths) {
        await page.goto(server.url + path);
        await expect(page.locator("main#main > *").first()).toBeVisible();
        const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scrollWidth, `${path} at ${width}`).toBeLessThanOrEqual(width);
        if (width === 390) await expectAccessible(page, `${path}, phone, ${scheme}`);
      }
    }
    await context.close();
  });
}

test("the app can be installed, and its pages keep to their own policy", async ({ page }) => {
  const violations: string[] = [];
  await page.exposeFunction("reportViolation", (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      (globalThis as unknown as { reportViolation(text: string): void }).reportViolation(
        `${event.violatedDirective} ${event.blockedURI}`,
      );
    });
  });
  const response = await page.goto(server.url);
  expect(response?.headers()["content-security-policy"]).toContain("default-src 'none'");
  const manifestUrl = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = (await (await page.request.get(new URL(manifestUrl!, server.url).href)).json()) as {
    icons: { src: string; purpose: string }[];
    screenshots: { src: string }[];
    display: string;
  };
  expect(manifest.display).toBe("standalone");
  expect(manifest.icons.some(({ purpose }) => purpose === "maskable")).toBe(true);
  for (const { src } of [...manifest.icons, ...manifest.screenshots])
    expect((await page.request.get(server.url + src)).status(), src).toBe(200);
  await page.getByRole("button", { name: "Open the sample" }).click();
  for (const name of pages) await goTo(page, name);
  await page.evaluate(() => navigator.serviceWorker.ready);
  expect(violations).toEqual([]);
});

test("a price server that answers nonsense writes no price and blocks nothing", async ({ page }) => {
  await page.route("**/api/v1/**", (route) =>
    route.fulfill({ status: 200, contentType: "text/html", body: "<html>Too Many Requests</html>" }),
  );
  await page.goto(server.url);
  await page.getByRole("button", { name: "Add one" }).click();
  const drawer = page.getByRole("dialog", { name: "Add a transaction" });
  await drawer.getByLabel("Instrument").fill("AAPL");
  await drawer.getByLabel("Quantity").fill("2");
  await drawer.getByLabel("Price of one").fill("100");
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await goTo(page, "Holdings");
  const row = holdingRow(page, "AAPL");
  await expect(row).toContainText("$200.00");
  await expect(row).toContainText("Not yet known");
});
