import { defineConfig, type ViteUserConfig } from "vitest/config";

const conditions = ["@portfolio/source", "module", "node", "development|production"];

const config: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ["src/**/*.test.ts"], environment: "node", setupFiles: ["fake-indexeddb/auto"] },
});
export default config;
