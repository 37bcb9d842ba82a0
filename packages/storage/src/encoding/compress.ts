/** Text as gzip. */
export async function compress(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Inflating stops here: a small file could hold endless text. */
const mostBytes = 32 * 2 ** 20;

/**
 * The text of gzip bytes.
 *
 * @throws the bytes are damaged, or hold more than 32 MiB
 */
export async function decompress(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw new Error("A part of the file is larger than 32 MiB.");
    }
    text += decoder.decode(value, { stream: true });
  }
}
