import type { LoadedPortfolio } from "./computed-portfolio.ts";
import type { OpenedPortfolio } from "./open-portfolio.ts";

const waitMs = 2000;

/**
 * Writes the packed transactions back once a person pauses, so that the next start need not read every row.
 *
 * They are derived: what is not written before the tab closes is built from the rows again.
 */
export class ColumnKeeper {
  #timer: ReturnType<typeof setTimeout> | undefined;

  keepSoon(opened: OpenedPortfolio, portfolio: LoadedPortfolio): void {
    this.stop();
    this.#timer = setTimeout(() => {
      const { revision, transactionRevision, columns } = portfolio;
      const revised = { revision, transactionRevision, columns, wasRebuilt: true };
      void opened.transactions.saveColumns(revised).catch(() => undefined);
    }, waitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
