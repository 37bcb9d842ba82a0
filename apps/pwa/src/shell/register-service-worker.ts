import { trustedScriptUrl } from "../engine/portfolio-client.ts";
import type { AppState } from "../state/app-state.ts";

/** Registers the worker that keeps the app for offline use; a newer version waits until the person takes it. */
export async function registerServiceWorker(state: AppState): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  try {
    const registration = await navigator.serviceWorker.register(trustedScriptUrl("/service-worker.js") as string, {
      scope: "/",
    });
    const offer = (worker: ServiceWorker | null): void => {
      if (worker !== null && navigator.serviceWorker.controller !== null)
        state.set({ update: () => takeUpdate(worker) });
    };
    offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => worker.state === "installed" && offer(worker));
    });
  } catch {
    state.say({ text: "The app could not be kept for offline use in this browser. Everything else works." });
  }
}

function takeUpdate(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  worker.postMessage({ type: "SKIP_WAITING" });
}
