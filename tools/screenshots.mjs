// `node tools/screenshots.mjs [folder]`: pictures of every page with the sample portfolio, desktop and phone, light and
// dark, from the built app. The README and the app's manifest show some of them; look at all of them after a change.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startAppServer } from "../apps/pwa/test/e2e/server.ts";
import { findBrowser } from "./find-browser.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("../docs/images", import.meta.url));
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const pages = {
  dashboard: "/",
  holdings: "/holdings",
  transactions: "/transactions",
  import: "/import",
  settings: "/settings",
};

await mkdir(folder, { recursive: true });
const server = await startAppServer();
const browser = await chromium.launch(await findBrowser());
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport, colorScheme, locale: "en-CA" });
    const page = await context.newPage();
    page.on("pageerror", (error) => console.log(`${size} ${colorScheme}: ${error}`));
    const shoot = (name) => page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
    await page.goto(server.url);
    await page.getByRole("button", { name: "Open the sample" }).waitFor();
    await shoot("onboarding");
    await page.getByRole("button", { name: "Open the sample" }).click();
    await page.getByText("This is a sample portfolio.").waitFor();
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(server.url + path);
      await page.waitForTimeout(1500);
      await shoot(name);
    }
    await page.goto(`${server.url}/import`);
    await page.getByRole("button", { name: /example file/ }).click();
    await page.getByText("What will change").waitFor();
    await shoot("review");
    await page.goto(server.url);
    await page.waitForTimeout(800);
    await page.keyboard.press("n");
    await page.waitForTimeout(600);
    await shoot("entry");
    await context.close();
  }
}
await browser.close();
await server.close();
