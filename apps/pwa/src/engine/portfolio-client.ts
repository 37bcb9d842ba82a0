import { proxy, type Remote, transfer, wrap } from "comlink";
import type { EngineListener, ImportFile, ImportPreview, PortfolioEngineApi } from "./engine-protocol.ts";
import workerUrl from "./portfolio-worker.ts?worker&url";

/** The engine as the window sees it: the same questions, each answered by the worker. */
export interface PortfolioClient extends Omit<Remote<PortfolioEngineApi>, "subscribe" | "readImport"> {
  subscribe(listener: EngineListener): Promise<void>;
  /** The file's bytes move to the worker; the caller's view of them is empty afterwards. */
  readImport(file: ImportFile): Promise<ImportPreview>;
}

/** Starts the worker through the one Trusted Types policy that may name a script, and wraps it. */
export function portfolioClient(): PortfolioClient {
  const worker = new Worker(trustedScriptUrl(workerUrl) as string, { type: "module", name: "portfolio" });
  const remote = wrap<PortfolioEngineApi>(worker);
  return new Proxy(remote as unknown as PortfolioClient, {
    get: (target, name) => {
      if (name === "subscribe") return (listener: EngineListener) => remote.subscribe(proxy(listener));
      if (name === "readImport")
        return (file: ImportFile) => remote.readImport(transfer(file, [file.bytes.buffer as ArrayBuffer]));
      return Reflect.get(target, name) as unknown;
    },
  });
}

/** Script URLs of this build, allowed by name: under `require-trusted-types-for 'script'` plain text is refused. */
export function trustedScriptUrl(url: string): unknown {
  const allowed = new Set([workerUrl, "/service-worker.js"]);
  const types = (
    globalThis as {
      trustedTypes?: {
        createPolicy(
          name: string,
          rules: { createScriptURL(url: string): string },
        ): { createScriptURL(url: string): unknown };
      };
    }
  ).trustedTypes;
  if (types === undefined) return url;
  policy ??= types.createPolicy("pf-worker", {
    createScriptURL: (asked) => {
      if (!allowed.has(asked)) throw new TypeError(`"${asked}" is no script of this app.`);
      return asked;
    },
  });
  return policy.createScriptURL(url);
}

let policy: { createScriptURL(url: string): unknown } | undefined;
