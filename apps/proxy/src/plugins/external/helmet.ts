import fastifyHelmet from "@fastify/helmet";
import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import type { Config } from "../../schemas/config.ts";

const localSources = ["http://localhost:*", "ws://localhost:*", "http://127.0.0.1:*", "ws://127.0.0.1:*"];

// Everything is off but what the page uses: copying, sharing, passkeys, and the camera for QR codes.
// Sharing (web-share) is allowed to the page itself by default; it is not named, as some browsers report a feature they lack.
const featuresOff =
  "accelerometer autoplay browsing-topics display-capture encrypted-media fullscreen gamepad geolocation gyroscope hid " +
  "idle-detection local-fonts magnetometer microphone midi payment picture-in-picture screen-wake-lock serial storage-access usb " +
  "xr-spatial-tracking";
const featuresUsed = "camera clipboard-write publickey-credentials-create publickey-credentials-get";
const permissionsPolicy = [
  ...featuresOff.split(" ").map((feature) => `${feature}=()`),
  ...featuresUsed.split(" ").map((feature) => `${feature}=(self)`),
].join(", ");

function directives(loopback: boolean): Record<string, string[]> {
  return {
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    // The proxy and the sync server are settings of the user, so any https host may be one.
    "connect-src": ["'self'", "https:", "wss:", ...(loopback ? localSources : [])],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'none'"],
    "object-src": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["lit-html", "pf-worker"],
  };
}

const helmetPlugin: FastifyPluginAsync<{ config: Config }> = async (app: FastifyInstance, { config }) => {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: directives(config.loopback) },
    strictTransportSecurity: config.loopback ? false : { maxAge: 31_536_000, includeSubDomains: false },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
  });
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("permissions-policy", permissionsPolicy);
  });
};

/**
 * Plugin `helmet`: the security headers of every answer, worker scripts included, since a worker takes the policy of
 * its own response.
 */
const plugin: typeof helmetPlugin = fp(helmetPlugin, { name: "helmet" });
export { plugin as helmet };
