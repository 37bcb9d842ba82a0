import { defineConfig, type ViteUserConfig } from "vitest/config";

const conditions = ["@portfolio/source", "module", "node", "development|production"];

const config: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ["test/**/*.test.ts"], environment: "node" },
});
export default config;
