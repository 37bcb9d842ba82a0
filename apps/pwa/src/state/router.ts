import type { AppState, PageName } from "./app-state.ts";

/** The address of each page. */
export const pagePaths: Readonly<Record<Exclude<PageName, "not-found">, string>> = {
  dashboard: "/",
  holdings: "/holdings",
  transactions: "/transactions",
  import: "/import",
  settings: "/settings",
};

/** Follows links inside the app and the back button; the page is in the address, so a reload stays where it was. */
export function startRouter(state: AppState): void {
  const follow = (): void => state.set({ page: pageOf(location.pathname) });
  addEventListener("popstate", follow);
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (
      link === undefined ||
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey
    )
      return;
    if (link.origin !== location.origin || link.target !== "" || !Object.values(pagePaths).includes(link.pathname))
      return;
    event.preventDefault();
    const page = pageOf(link.pathname);
    if (page !== "not-found") navigate(state, page);
  });
  follow();
}

/** Goes to a page. */
export function navigate(state: AppState, page: keyof typeof pagePaths): void {
  if (pagePaths[page] !== location.pathname) history.pushState({}, "", pagePaths[page] + location.search);
  state.set({ page, visits: state.visits + 1 });
  scrollTo({ top: 0 });
}

/** The page of an address; a slash behind it does not matter. */
export function pageOf(path: string): PageName {
  const plain = path.replace(/(?:\/index\.html|\/+)$/, "") || "/";
  const known = Object.entries(pagePaths).find(([, address]) => address === plain);
  return (known?.[0] as PageName | undefined) ?? "not-found";
}
