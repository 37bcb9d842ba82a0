import { defineConfig } from "tsup";

// Packages stay outside the bundle: better-sqlite3 brings its own binary, and the image installs them anyway.
const config: ReturnType<typeof defineConfig> = defineConfig({
  entry: ["src/server.ts"],
  format: ["esm"],
  target: "node22",
  sourcemap: true,
  clean: true,
  dts: false,
  skipNodeModulesBundle: true,
});
export default config;
