import { STATUS_CODES } from "node:http";
import type { Problem, ProblemCode } from "../../../schemas/problem.ts";

/** An answer that is not the one asked for: thrown by routes and hooks, sent as problem+json. */
export class ApiProblem extends Error {
  override readonly name: string = "ApiProblem";
  readonly statusCode: number;
  readonly code: ProblemCode;
  /** Seconds after which asking again makes sense; sent as Retry-After. */
  readonly retryAfterSeconds: number | undefined;

  constructor(statusCode: number, code: ProblemCode, detail: string, retryAfterSeconds?: number) {
    super(detail);
    this.statusCode = statusCode;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The body of the answer. */
  toBody(): Problem {
    return {
      type: "about:blank",
      title: STATUS_CODES[this.statusCode] ?? "Error",
      status: this.statusCode,
      code: this.code,
      detail: this.message,
    };
  }
}
