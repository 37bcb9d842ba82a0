import fp from "fastify-plugin";
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Problem, ProblemCode } from "../../../schemas/problem.ts";
import { symbolsPerRequest } from "../../../schemas/symbol.ts";
import { ApiProblem } from "./api-problem.ts";
import { sendProblem } from "./send-problem.ts";

const internalError: Problem = {
  type: "about:blank",
  title: "Internal Server Error",
  status: 500,
  code: "internal-error",
};

/** What a failed check of one parameter means, by the parameter's name. */
const parameterProblems: Record<string, [ProblemCode, string]> = {
  symbol: ["bad-symbol", "The symbol must have 1 to 24 letters, digits or . ^ = & - : characters."],
  symbols: [
    "bad-symbol",
    `Name 1 to ${symbolsPerRequest} symbols, separated by commas, each of 1 to 24 letters, digits or . ^ = & - : characters.`,
  ],
  from: ["bad-range", "The date from must be written YYYY-MM-DD and lie between 1900-01-01 and tomorrow."],
  to: ["bad-range", "The date to must be written YYYY-MM-DD and lie between 1900-01-01 and tomorrow."],
  base: ["bad-currency", "The base currency must be a three-letter ISO 4217 code in capitals, such as USD."],
  quote: ["bad-currency", "The quote currency must be a three-letter ISO 4217 code in capitals, such as CAD."],
  q: ["bad-request", "The search text q must have 1 to 100 characters."],
};

function fromValidation(error: FastifyError): ApiProblem {
  const [first] = error.validation ?? [];
  const missing = (first?.params as { missingProperty?: string } | undefined)?.missingProperty;
  const parameter = first?.instancePath.split("/")[1] || missing || "";
  const [code, detail] = parameterProblems[parameter] ?? [
    "bad-request",
    "A parameter of the request is missing or malformed; see /api/docs.",
  ];
  return new ApiProblem(400, code, detail);
}

function toProblem(error: FastifyError): ApiProblem | undefined {
  if (error instanceof ApiProblem) return error;
  if (error.validation) return fromValidation(error);
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500)
    return new ApiProblem(status, "bad-request", "The request is malformed; see /api/docs.");
  return undefined;
}

/**
 * Every error leaves as problem+json with a stable code. A fault of our own says nothing about its cause to the caller;
 * the cause goes to the log with the request id.
 */
const problems: FastifyPluginAsync = async (app: FastifyInstance) => {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const problem = toProblem(error);
    if (problem === undefined) {
      request.log.error({ err: { type: error.name, message: error.message, stack: error.stack } }, "request failed");
      return sendProblem(reply, internalError);
    }
    if (problem.retryAfterSeconds !== undefined) reply.header("retry-after", String(problem.retryAfterSeconds));
    return sendProblem(reply, problem.toBody());
  });
};

/** Plugin `problems`: the error handler of the whole server. */
const plugin: typeof problems = fp(problems, { name: "problems" });
export { plugin as problems };
