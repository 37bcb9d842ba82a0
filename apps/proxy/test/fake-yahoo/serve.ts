// Serves the invented market until it is told to stop: `node test/fake-yahoo/serve.ts [port]`.
// Prints its origin, which the proxy takes as YAHOO_FAKE_ORIGIN.
import { startFakeYahoo } from "./fake-yahoo.ts";

const fake = await startFakeYahoo({ port: Number(process.argv[2] ?? 0) });
process.stdout.write(`${fake.origin}\n`);
const stop = (): void => void fake.close().then(() => process.exit(0));
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
