const chunkUnits = 8192;

/** Collects code points into a string, chunk by chunk, so that a large file needs no array of its characters. */
export interface TextBuilder {
  readonly add: (codePoint: number) => void;
  readonly finish: () => string;
}

/** An empty {@link TextBuilder}. */
export function textBuilder(): TextBuilder {
  const units = new Uint16Array(chunkUnits);
  const chunks: string[] = [];
  let used = 0;
  // `apply` takes the typed array as it is; spreading it would walk an iterator, unit by unit.
  function flush(): void {
    chunks.push(String.fromCharCode.apply(undefined, units.subarray(0, used) as unknown as number[]));
    used = 0;
  }
  function add(codePoint: number): void {
    if (used > chunkUnits - 2) flush();
    if (codePoint < 0x10000) {
      units[used++] = codePoint;
      return;
    }
    units[used++] = 0xd800 + ((codePoint - 0x10000) >> 10);
    units[used++] = 0xdc00 + ((codePoint - 0x10000) & 0x3ff);
  }
  function finish(): string {
    flush();
    return chunks.join("");
  }
  return { add, finish };
}
