// Runs the scenario in a browser: in the window it leaves the answer there, in a worker it posts it.
import { imported } from "./from-import.ts";
import { scenario } from "./scenario.ts";

const answer = scenario(imported);
if (typeof document === "undefined") void answer.then((figures) => postMessage(figures));
else Object.assign(globalThis, { answer });
