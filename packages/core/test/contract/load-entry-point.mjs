// Runs in a worker thread of its own: loads a module and posts what that changed around it.
// A plain module, so that nothing but the one that is looked at is loaded.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

const { file, isRequired } = workerData;
const require = createRequire(import.meta.url);
const timers = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "fetch"];
const used = [];
for (const name of timers) {
  const original = globalThis[name];
  globalThis[name] = (...args) => {
    used.push(`calls ${name}`);
    return original(...args);
  };
}

/** Every global, and every member of those that are objects or classes, as it stands. */
function picture() {
  const seen = new Map();
  const note = (path, owner) => {
    for (const key of Reflect.ownKeys(owner)) {
      const descriptor = Object.getOwnPropertyDescriptor(owner, key);
      seen.set(`${path}.${String(key)}`, "value" in descriptor ? descriptor.value : descriptor["get"]);
    }
  };
  note("globalThis", globalThis);
  for (const [path, value] of Array.from(seen)) {
    const isOwner =
      (typeof value === "object" || typeof value === "function") && value !== null && value !== globalThis;
    if (!isOwner) continue;
    note(path, value);
    if (typeof value === "function" && typeof value.prototype === "object") note(`${path}.prototype`, value.prototype);
  }
  return seen;
}

const listenerCount = () => process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);

// Looking makes Node create what it creates late; so it is looked at twice.
picture();
const before = picture();
const listeners = listenerCount();
if (isRequired) require(file);
else await import(file);
const after = picture();
for (const path of new Set([...before.keys(), ...after.keys()]))
  if (!Object.is(before.get(path), after.get(path))) used.push(`changes ${path}`);
if (listenerCount() !== listeners) used.push("listens to the process");
parentPort.postMessage({ looked: before.size, effects: [...new Set(used)].toSorted() });
