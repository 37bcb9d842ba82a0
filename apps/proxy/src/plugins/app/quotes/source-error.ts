import type { SourceErrorCode } from "../../../schemas/attempt.ts";

/** A source gave no answer. The message is for developers and holds no symbol, address or key. */
export class SourceError extends Error {
  override readonly name: string = "SourceError";
  readonly code: SourceErrorCode;
  /** Seconds the source asks us to stay away; undefined where it does not say. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: SourceErrorCode, message: string, retryAfterSeconds?: number) {
    super(message);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
