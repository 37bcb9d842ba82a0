import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Keeps the inline size of its host, in CSS pixels, and tells the host when it changes. Zero until it is known. */
export class SizeWatch implements ReactiveController {
  width: number = 0;
  #host: ReactiveControllerHost & HTMLElement;
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.width = this.#host.getBoundingClientRect().width;
    this.#observer = new ResizeObserver(() => this.#measure());
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #measure(): void {
    const { width } = this.#host.getBoundingClientRect();
    if (Math.abs(width - this.width) < 0.5) return;
    this.width = width;
    this.#host.requestUpdate();
  }
}
