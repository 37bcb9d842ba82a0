import type { FastifyReply } from "fastify";
import type { Problem } from "../../../schemas/problem.ts";

/** Sends an error answer as problem+json. No cache keeps it. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}
