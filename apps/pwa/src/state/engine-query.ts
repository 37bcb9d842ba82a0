import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A question to the engine and the key that tells when it has to be asked again. */
export interface Question<Answer> {
  /** Everything the answer depends on, the revision too; undefined while it cannot be asked. */
  readonly key: string | undefined;
  readonly ask: () => Promise<Answer>;
}

/**
 * Asks the engine when the key of its question changes, and redraws its host with the answer.
 *
 * Order: the host is about to update -> the key is compared -> asked; the old answer stays until the new one is there;
 * a late answer to an older question is dropped. No figure is computed here.
 */
export class EngineQuery<Answer> implements ReactiveController {
  value: Answer | undefined = undefined;
  error: string | undefined = undefined;
  readonly #host: ReactiveControllerHost;
  readonly #question: () => Question<Answer>;
  #key: string | undefined = undefined;

  constructor(host: ReactiveControllerHost, question: () => Question<Answer>) {
    this.#host = host;
    this.#question = question;
    host.addController(this);
  }

  hostUpdate(): void {
    const { key, ask } = this.#question();
    if (key === undefined || key === this.#key) return;
    this.#key = key;
    void this.#answer(key, ask);
  }

  /** Asks once more, whatever the key. */
  retry(): void {
    this.#key = undefined;
    this.error = undefined;
    this.#host.requestUpdate();
  }

  async #answer(key: string, ask: () => Promise<Answer>): Promise<void> {
    try {
      const value = await ask();
      if (key !== this.#key) return;
      this.value = value;
      this.error = undefined;
    } catch (error) {
      if (key !== this.#key) return;
      this.error = error instanceof Error ? error.message : String(error);
    }
    this.#host.requestUpdate();
  }
}
