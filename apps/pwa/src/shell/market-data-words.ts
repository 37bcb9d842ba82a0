import type { AppState } from "../state/app-state.ts";
import { plainReason } from "../state/plain-reason.ts";

/** How prices stand, in a title and a sentence. */
export interface MarketDataWords {
  readonly title: string;
  readonly detail: string;
  /** Whether the server cannot be reached at all. */
  readonly isOff: boolean;
  /** Whether it was reached and yet some prices are missing. */
  readonly isIncomplete: boolean;
}

/** The words for the sidebar and the banner: offline and the age of prices are said plainly, never as a failure of figures. */
export function marketDataWords({ engine, isOnline, view }: AppState): MarketDataWords {
  if (engine?.portfolio === "sample")
    return { title: "Sample prices", detail: "Invented, no network used", isOff: false, isIncomplete: false };
  const { status, refreshedAt, message } = engine?.marketData ?? { status: "idle" };
  const age =
    refreshedAt === undefined
      ? "Prices are those stored on this device."
      : `Prices from ${timeOf(refreshedAt, view.locale)}.`.replace(/\.\.$/, ".");
  if (!isOnline || status === "offline")
    return { title: "Offline", detail: `${age} Everything else works.`, isOff: true, isIncomplete: false };
  if (status === "refreshing")
    return {
      title: "Refreshing prices",
      detail: "Figures stay as they are meanwhile.",
      isOff: false,
      isIncomplete: false,
    };
  if (message !== undefined)
    return { title: "Some prices are missing", detail: plainReason(message), isOff: false, isIncomplete: true };
  return {
    title: "On this device",
    detail: refreshedAt === undefined ? "Prices are refreshed when you open the app" : age,
    isOff: false,
    isIncomplete: false,
  };
}

function timeOf(iso: string, locale: string): string {
  const moment = new Date(iso);
  const isToday = moment.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(
    locale,
    isToday ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" },
  ).format(moment);
}
