import type { SourceErrorCode } from "../../../schemas/attempt.ts";
import type { ProblemCode } from "../../../schemas/problem.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import type { SourceError } from "./source-error.ts";

const problems: Record<SourceErrorCode, [number, ProblemCode, string]> = {
  limited: [503, "source-limited", "The source is limiting requests and no copy is at hand; try again later."],
  "unknown-symbol": [404, "unknown-symbol", "No configured source knows this symbol; check its spelling."],
  "not-covered": [
    422,
    "not-covered",
    "No configured source has this; enter the prices by hand or configure another source.",
  ],
  invalid: [502, "source-invalid", "The source sent an answer that makes no sense; try again later."],
  timeout: [504, "source-timeout", "The source did not answer in time; try again later."],
  auth: [502, "source-auth", "The source refused our access; try again later."],
  down: [503, "source-down", "The source cannot be reached and no copy is at hand; try again later."],
};

/** The stable problem code a failure of a source has for the caller. */
export function problemCodeOf(code: SourceErrorCode): ProblemCode {
  return problems[code][1];
}

/** The problem answer for a failure of a source that nothing could stand in for. */
export function sourceProblem(error: SourceError): ApiProblem {
  const [status, code, detail] = problems[error.code];
  return new ApiProblem(status, code, detail, status === 503 ? (error.retryAfterSeconds ?? 60) : undefined);
}
