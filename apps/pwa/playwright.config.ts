import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";
// @ts-expect-error a plain module without types: it answers { executablePath, args }
import { findBrowser } from "../../tools/find-browser.mjs";

const { executablePath, args } = (await findBrowser()) as { executablePath: string; args: string[] };

const config: PlaywrightTestConfig = defineConfig({
  testDir: "test/e2e",
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  outputDir: "node_modules/.cache/playwright",
  use: {
    launchOptions: { executablePath, args },
    locale: "en-CA",
    timezoneId: "America/Toronto",
    viewport: { width: 1440, height: 900 },
    trace: "off",
  },
});
export default config;
