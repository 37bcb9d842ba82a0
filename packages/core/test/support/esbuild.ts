import { createRequire } from "node:module";

/** The part of esbuild that tests use. */
interface Esbuild {
  build(options: object): Promise<{
    readonly outputFiles: readonly { readonly text: string }[];
    readonly metafile: {
      readonly inputs: Record<string, unknown>;
      readonly outputs: Record<string, { imports: { path: string; external?: boolean }[] }>;
    };
  }>;
}

/** The bundler that comes with tsup, which builds the package. */
export const esbuild: Esbuild = createRequire(createRequire(import.meta.url).resolve("tsup"))("esbuild") as Esbuild;
