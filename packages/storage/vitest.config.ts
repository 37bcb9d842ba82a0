import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from "vitest/config";
// @ts-expect-error a plain module without types: it answers { executablePath, args }
import { findBrowser } from "../../tools/find-browser.mjs";

const include = ["src/**/*.test.ts", "test/**/*.test.ts"];
const { executablePath, args } = (await findBrowser()) as { executablePath: string; args: string[] };

/** Fast: IndexedDB in memory. */
const node: TestProjectInlineConfiguration = {
  resolve: { conditions: ["@portfolio/source", "module", "node", "development|production"] },
  ssr: { resolve: { conditions: ["@portfolio/source", "module", "node", "development|production"] } },
  test: {
    name: "node",
    include,
    exclude: ["**/*.browser.test.ts"],
    environment: "node",
    isolate: false,
    setupFiles: ["fake-indexeddb/auto"],
  },
};

/** True: the same tests on the IndexedDB of a browser. */
const chromium: TestProjectInlineConfiguration = {
  resolve: { conditions: ["@portfolio/source", "module", "browser", "development|production"] },
  optimizeDeps: {
    include: ["dexie", "fast-check", "hash-wasm", "@portfolio/core > decimal.js", "@portfolio/core > date-fns"],
  },
  test: {
    name: "chromium",
    include,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      instances: [{ browser: "chromium" }],
      provider: playwright({ launchOptions: { executablePath, args } }),
    },
  },
};

const config: ViteUserConfig = defineConfig({ test: { projects: [node, chromium] } });
export default config;
