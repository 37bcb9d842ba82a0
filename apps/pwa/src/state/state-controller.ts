import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { AppState } from "./app-state.ts";

/** Redraws its host whenever the app state changes. */
export class StateController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #state: () => AppState;
  #followed: AppState | undefined = undefined;
  readonly #redraw = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost, state: () => AppState) {
    this.#host = host;
    this.#state = state;
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#followed?.removeEventListener("change", this.#redraw);
    this.#followed = undefined;
  }

  #follow(): void {
    const state = this.#state();
    if (state === undefined || state === this.#followed) return;
    this.#followed?.removeEventListener("change", this.#redraw);
    this.#followed = state;
    state.addEventListener("change", this.#redraw);
  }
}
