import { defaultReporter } from "@web/test-runner";
import { testReport } from "./test-report.mjs";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { chromeLauncher } from "@web/test-runner-chrome";
import { findBrowser } from "../../tools/find-browser.mjs";

const { executablePath, args } = await findBrowser();

const { TEST_REPORT } = process.env;

export default {
  reporters: [defaultReporter(), ...(TEST_REPORT ? [testReport(TEST_REPORT)] : [])],
  files: "src/**/*.test.ts",
  nodeResolve: { exportConditions: ["@portfolio/source", "production"] },
  concurrency: 1,
  testFramework: { config: { timeout: 15000 } },
  plugins: [
    esbuildPlugin({ ts: true, target: "es2022", tsconfig: new URL("./tsconfig.json", import.meta.url).pathname }),
  ],
  browsers: [chromeLauncher({ launchOptions: { executablePath, args } })],
};
