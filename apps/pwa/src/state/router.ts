import type { AppState, PageName } from "./app-state.ts";

/** The address of each page. */
export const pagePaths: Readonly<Record<PageName, string>> = {
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
    navigate(state, pageOf(link.pathname));
  });
  follow();
}

/** Goes to a page. */
export function navigate(state: AppState, page: PageName): void {
  if (pagePaths[page] !== location.pathname) history.pushState({}, "", pagePaths[page] + location.search);
  state.set({ page });
  scrollTo({ top: 0 });
}

function pageOf(path: string): PageName {
  const known = Object.entries(pagePaths).find(([, address]) => address === path);
  return (known?.[0] as PageName | undefined) ?? "dashboard";
}
