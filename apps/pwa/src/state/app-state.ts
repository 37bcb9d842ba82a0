import type { CurrencyCode, Period } from "@portfolio/core";
import type { EngineState, OpenPortfolio } from "../engine/engine-protocol.ts";
import type { StepLabel } from "../engine/storage-protocol.ts";
import type { PortfolioClient } from "../engine/portfolio-client.ts";
import { type Attempt, attempt } from "./attempt.ts";
import { keepCanary, readKeptCanary } from "./kept-canary.ts";
import { stepWords } from "./step-words.ts";
import { readViewSettings, type ViewSettings, writeViewSettings } from "./view-settings.ts";

/** A short word about what happened, with a way back where there is one. */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => Promise<unknown> | void };
  /** A failure stays until it is dismissed. */
  readonly isFailure?: boolean;
}

/** How the engine says that a write met a full disk. */
const outOfSpace = "the browser is out of space";

/** Where the app is. */
export type PageName = "dashboard" | "holdings" | "transactions" | "import" | "settings" | "not-found";

/**
 * What all pages share: the engine, what it last said, where we are, and how things are shown.
 *
 * Pages read it, ask the engine through it, and are told of each change by a `change` event. No figure is kept here.
 */
export class AppState extends EventTarget {
  readonly client: PortfolioClient;
  engine: EngineState | undefined = undefined;
  /** Why the portfolio could not be opened, in words. */
  failure: string | undefined = undefined;
  page: PageName = "dashboard";
  /** Counts how often a page was asked for, so that a page sees that it was asked for again. */
  visits: number = 0;
  /** Words the transactions page starts to search with. */
  transactionSearch: string = "";
  view: ViewSettings = readViewSettings();
  toast: Toast | undefined = undefined;
  isOnline: boolean = navigator.onLine;
  /** Whether a new version waits to be taken. */
  update: (() => void) | undefined = undefined;
  /** Whether the entry drawer is open, and for which transaction. */
  entry: { readonly transactionId?: string } | undefined = undefined;
  /** One answer of the browser is enough until the app is installed. */
  #hasAsked = false;
  #toastTimer: ReturnType<typeof setTimeout> | undefined = undefined;

  constructor(client: PortfolioClient) {
    super();
    this.client = client;
    const follow = (): void => this.set({ isOnline: navigator.onLine });
    addEventListener("online", follow);
    addEventListener("offline", follow);
    addEventListener("appinstalled", () => {
      this.#hasAsked = false;
      void this.askToPersist();
    });
  }

  /** Changes fields and tells everyone once. */
  set(
    changes: Partial<
      Pick<AppState, "engine" | "failure" | "page" | "visits" | "transactionSearch" | "isOnline" | "update" | "entry">
    >,
  ): void {
    Object.assign(this, changes);
    this.dispatchEvent(new Event("change"));
  }

  /** Changes how things are shown, and keeps it. */
  show(changes: Partial<ViewSettings>): void {
    this.view = { ...this.view, ...changes };
    writeViewSettings(this.view);
    this.dispatchEvent(new Event("change"));
  }

  /**
   * Runs a write that has no place of its own for a failure: a rejected one is said, and is no answer.
   *
   * `what` names what could not be done, such as "The account could not be renamed".
   */
  async write<Answer>(what: string, run: () => Promise<Answer> | Answer): Promise<Attempt<Answer>> {
    const outcome = await attempt(what, run);
    if (outcome.failure !== undefined)
      this.say({
        text: outcome.failure,
        isFailure: true,
        ...(outcome.failure.includes(outOfSpace)
          ? { action: { label: "Free space", run: () => this.freeSpace() } }
          : {}),
      });
    return outcome;
  }

  /** Says a word for eight seconds; a failure until it is dismissed. */
  say(toast: Toast): void {
    clearTimeout(this.#toastTimer);
    this.toast = toast;
    if (toast.isFailure !== true) this.#toastTimer = setTimeout(() => this.dismissToast(), 8000);
    this.dispatchEvent(new Event("change"));
  }

  dismissToast(): void {
    clearTimeout(this.#toastTimer);
    this.toast = undefined;
    this.dispatchEvent(new Event("change"));
  }

  /** Opens a portfolio and follows it from then on; prices are refreshed behind the first picture. */
  async open(portfolio: OpenPortfolio): Promise<void> {
    try {
      const engine = await this.client.open(portfolio, today(), readKeptCanary());
      this.show({ portfolio });
      this.set({ engine, failure: undefined });
      keepCanary(engine.keeping.canary);
      void this.refreshPrices();
    } catch (error) {
      this.set({ failure: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Takes over what the engine says of itself, and keeps the data safer where only a window can. */
  follow(engine: EngineState): void {
    const before = this.engine;
    this.set({ engine });
    keepCanary(engine.keeping.canary);
    const isEntry = before?.portfolio === engine.portfolio && engine.transactionCount > before.transactionCount;
    // After the first real entry, not on load: a browser that asks the person then has a reason to.
    if (isEntry && engine.portfolio === "own" && !engine.isPersistent) void this.askToPersist();
  }

  /** Asks the browser to keep the data; answers what it said. A worker cannot ask, only a window. */
  async askToPersist(): Promise<boolean> {
    if (this.#hasAsked) return false;
    this.#hasAsked = true;
    const isPersistent = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
    if (isPersistent && this.engine !== undefined) this.set({ engine: { ...this.engine, isPersistent } });
    return isPersistent;
  }

  /** Takes the last action back, or does it again, and says which. */
  async step(direction: "undo" | "redo"): Promise<void> {
    const run = (): Promise<StepLabel | undefined> =>
      direction === "undo" ? this.client.undoLast() : this.client.redoLast();
    const { answer, failure } = await this.write(direction === "undo" ? "Not undone" : "Not done again", run);
    if (failure !== undefined) return;
    if (answer === undefined) this.say({ text: direction === "undo" ? "Nothing to undo" : "Nothing to do again" });
    else this.say({ text: `${direction === "undo" ? "Undone" : "Done again"}: ${stepWords(answer)}` });
  }

  /** Gives up prices, and derived data where nothing else is left; what a person made stays. */
  async freeSpace(): Promise<void> {
    await this.client.freeSpace("prices");
    await this.client.freeSpace("derived");
    this.say({ text: "Space was freed: prices are fetched again. Repeat what could not be saved." });
  }

  async refreshPrices(): Promise<void> {
    await this.client.refreshPrices(today()).catch(() => undefined);
  }

  get currency(): CurrencyCode {
    return this.engine?.baseCurrency ?? "USD";
  }

  get period(): Period {
    return this.view.period;
  }

  /** Accounts the figures are about; undefined for all. */
  get scope(): readonly string[] | undefined {
    const known = this.view.scope.filter((id) => this.engine?.accounts.some((account) => account.id === id));
    return known.length === 0 ? undefined : known;
  }
}

/** Today in the person's own calendar: the date goes along with every question. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}
