import type { CurrencyCode, Period } from "@portfolio/core";
import type { EngineState, OpenPortfolio } from "../engine/engine-protocol.ts";
import type { PortfolioClient } from "../engine/portfolio-client.ts";
import { type Attempt, attempt } from "./attempt.ts";
import { readViewSettings, type ViewSettings, writeViewSettings } from "./view-settings.ts";

/** A short word about what happened, with a way back where there is one. */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => Promise<unknown> | void };
  /** A failure stays until it is dismissed. */
  readonly isFailure?: boolean;
}

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
  #toastTimer: ReturnType<typeof setTimeout> | undefined = undefined;

  constructor(client: PortfolioClient) {
    super();
    this.client = client;
    const follow = (): void => this.set({ isOnline: navigator.onLine });
    addEventListener("online", follow);
    addEventListener("offline", follow);
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
    if (outcome.failure !== undefined) this.say({ text: outcome.failure, isFailure: true });
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
      const engine = await this.client.open(portfolio, today());
      this.show({ portfolio });
      this.set({ engine, failure: undefined });
      void this.refreshPrices();
    } catch (error) {
      this.set({ failure: error instanceof Error ? error.message : String(error) });
    }
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
