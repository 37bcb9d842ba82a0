import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { uplotFiles } from "./uplot-files.ts";

/** A site on the loopback address, as long as a workload needs it. */
export interface LoopbackSite {
  readonly origin: string;
  close(): Promise<void>;
}

const isolation = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

const html = (
  script: string,
): string => `<!doctype html><meta charset="utf-8"><title>bench</title><link rel="stylesheet" href="/uplot.css">
<div id="chart"></div><script type="module" src="/${script}.js"></script>`;

/**
 * Serves a page with the script "page", or the one that `?script=` names, bundled from the built packages; `scripts` are
 * files by name. An isolated page has a clock of microseconds; the clock of any other steps by a tenth of a millisecond.
 */
export async function loopbackSite(
  scripts: Readonly<Record<string, URL>>,
  isIsolated: boolean = false,
): Promise<LoopbackSite> {
  const uplot = await uplotFiles();
  const bundle = await build({
    entryPoints: Object.entries(scripts).map(([out, file]) => ({ out, in: fileURLToPath(file) })),
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    outdir: "/",
    alias: { uplot: uplot.script },
  });
  const files = new Map(bundle.outputFiles.map(({ path, contents }) => [path, Buffer.from(contents)]));
  const server = createServer(({ url = "/" }, response) => {
    const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
    const script = files.get(pathname);
    const [type, body] =
      script !== undefined
        ? ["text/javascript", script]
        : pathname === "/uplot.css"
          ? ["text/css", uplot.style]
          : ["text/html", html(searchParams.get("script") ?? "page")];
    // Scripts are cached as the app's are: the browser keeps them, and what it has compiled of them, between visits.
    const caching = script === undefined ? "no-store" : "public, max-age=31536000, immutable";
    response.writeHead(200, { "content-type": type, "cache-control": caching, ...(isIsolated && isolation) }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
