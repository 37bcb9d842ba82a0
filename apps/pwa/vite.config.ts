import { defineConfig, type UserConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const config: UserConfig = defineConfig({
  resolve: { conditions: ["@portfolio/source", "module", "browser", "development|production"] },
  build: { target: "es2022", sourcemap: false, chunkSizeWarningLimit: 600, modulePreload: { polyfill: false } },
  worker: { format: "es" },
  plugins: [
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/entrypoints",
      filename: "service-worker.ts",
      registerType: "prompt",
      injectRegister: false,
      injectManifest: {
        globPatterns: ["**/*.{js,css,html,svg,woff2,png,webmanifest}"],
        globIgnores: ["screenshots/**"],
      },
      manifest: {
        id: "/",
        name: "Portfolio",
        short_name: "Portfolio",
        description: "What you have, what it cost, what it returned, and why. On your device, offline.",
        start_url: "/",
        scope: "/",
        display: "standalone",
        lang: "en",
        background_color: "#f9f8f5",
        theme_color: "#f9f8f5",
        categories: ["finance", "productivity"],
        icons: [
          { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
          { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
          { src: "/icons/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
          { src: "/icons/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
        ],
        screenshots: [
          {
            src: "/screenshots/dashboard-desktop.png",
            sizes: "1440x900",
            type: "image/png",
            form_factor: "wide",
            label: "Dashboard with the sample portfolio",
          },
          {
            src: "/screenshots/dashboard-phone.png",
            sizes: "390x844",
            type: "image/png",
            form_factor: "narrow",
            label: "Dashboard on a phone",
          },
        ],
      },
    }),
  ],
});
export default config;
