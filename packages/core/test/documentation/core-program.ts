import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The folder of the package. */
export const coreFolder: string = fileURLToPath(new URL("../..", import.meta.url));

/** The entry points by the name a program imports them by, and their sources. */
export const entryPoints: ReadonlyMap<string, string> = new Map(
  Object.entries(exportsOfPackage()).flatMap(([path, { "@portfolio/source": source }]) =>
    source === undefined ? [] : [[path.replace(".", "@portfolio/core"), join(coreFolder, source)]],
  ),
);

function exportsOfPackage(): Record<string, { "@portfolio/source"?: string }> {
  const manifest = readFileSync(`${coreFolder}package.json`, "utf8");
  return (JSON.parse(manifest) as { exports: ReturnType<typeof exportsOfPackage> }).exports;
}

/** The options the package is compiled with. */
export function coreOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${coreFolder}tsconfig.src.json`, (file) => ts.sys.readFile(file)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, coreFolder);
  return {
    ...options,
    composite: false,
    emitDeclarationOnly: false,
    isolatedDeclarations: false,
    noEmit: true,
    declaration: false,
    declarationMap: false,
    sourceMap: false,
  };
}

/** A program of source files, some of which may be text that is in no file. */
export function programOf(
  files: readonly string[],
  options: ts.CompilerOptions = coreOptions(),
  texts: ReadonlyMap<string, string> = new Map(),
): ts.Program {
  const disk = ts.createCompilerHost(options);
  const folders = new Set([...texts.keys()].map((file) => dirname(file)));
  const host: ts.CompilerHost = {
    ...disk,
    readFile: (file) => texts.get(file) ?? disk.readFile(file),
    fileExists: (file) => texts.has(file) || disk.fileExists(file),
    directoryExists: (folder) => folders.has(folder) || ts.sys.directoryExists(folder),
    getSourceFile: (file, languageVersion, ...rest) => {
      const text = texts.get(file);
      return text === undefined
        ? disk.getSourceFile(file, languageVersion, ...rest)
        : ts.createSourceFile(file, text, languageVersion);
    },
  };
  return ts.createProgram([...files], options, host);
}
