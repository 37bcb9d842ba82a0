import type { FastifyReply } from "fastify";

/** Lets the caller keep an answer for the rest of its time to live, and no cache in between keep it at all. */
export function keepUntil(reply: FastifyReply, expiresAt: number, now: number): void {
  reply.header("cache-control", `private, max-age=${Math.max(0, Math.floor((expiresAt - now) / 1000))}`);
}
