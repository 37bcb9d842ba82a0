import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import type { CSSResultGroup } from "lit";
import type { AppState, PageName } from "../state/app-state.ts";
import { StateController } from "../state/state-controller.ts";
import { shellStyles } from "./app-shell.styles.ts";
import { type AppIcon, appIcon } from "../appearance/app-icon.ts";
import { marketDataWords } from "./market-data-words.ts";
import { pageStyles } from "../appearance/page-styles.ts";
import { pagePaths } from "../state/router.ts";
import "../pages/dashboard/dashboard-page.ts";
import "../pages/not-found/not-found-page.ts";
import "../pages/onboarding/onboarding-page.ts";

const titles: Readonly<Record<PageName, string>> = {
  dashboard: "Dashboard",
  holdings: "Holdings",
  transactions: "Transactions",
  import: "Import",
  settings: "Settings",
  "not-found": "Page not found",
};
/** A page with an address of its own. */
type LinkedPage = keyof typeof pagePaths;

const groups: readonly (readonly { readonly page: LinkedPage; readonly icon: AppIcon }[])[] = [
  [
    { page: "dashboard", icon: "dashboard" },
    { page: "holdings", icon: "holdings" },
    { page: "transactions", icon: "transactions" },
  ],
  [
    { page: "import", icon: "import" },
    { page: "settings", icon: "settings" },
  ],
];
const commonCurrencies = [
  "USD",
  "EUR",
  "GBP",
  "CAD",
  "CHF",
  "AUD",
  "JPY",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "INR",
  "BRL",
  "ZAR",
  "HKD",
  "SGD",
  "NZD",
  "MXN",
];

/**
 * @summary The frame around every page: navigation, top bar, banners, the toast, and the entry drawer.
 */
@customElement("portfolio-app")
export class PortfolioApp extends LitElement {
  static override styles: CSSResultGroup = [pageStyles, shellStyles];

  @property({ attribute: false }) state!: AppState;

  constructor() {
    super();
    new StateController(this, () => this.state);
  }

  override render(): TemplateResult {
    const { state } = this;
    if (state === undefined) return html``;
    if (state.failure !== undefined) return this.#fatal(state.failure);
    document.title = `${titles[state.page]} – Portfolio`;
    return html`
      ${state.engine?.marketData.status === "refreshing" ? html`<div class="progress" role="presentation"></div>` : nothing}
      <div class="frame">
        <nav class="side" aria-label="Pages">
          <button class="skip" @click=${this.#skip}>Skip to content</button>
          <div class="brand">${brandMark()}<span>Portfolio</span></div>
          <div class="scope-box">${this.#scopeSwitch()}</div>
          <div>
            ${groups.map((group) => html`<div class="links">${group.map(({ page, icon }) => this.#link(page, icon))}</div>`)}
          </div>
          ${this.#status()}
        </nav>
        <div class="main">
          ${this.#topBar()}
          <main id="main" tabindex="-1">${this.#banners()} ${this.#page()}</main>
        </div>
      </div>
      ${this.#tabs()} ${this.#drawer()} ${this.#toast()}
    `;
  }

  #page(): TemplateResult {
    const { state } = this;
    if (state.engine === undefined) return html``;
    if (state.engine.transactionCount === 0 && (state.page === "dashboard" || state.page === "holdings")) {
      return html`<portfolio-onboarding-page .state=${state}></portfolio-onboarding-page>`;
    }
    switch (state.page) {
      case "dashboard":
        return html`<portfolio-dashboard-page .state=${state}></portfolio-dashboard-page>`;
      case "holdings":
        void import("../pages/holdings/holdings-page.ts");
        return html`<portfolio-holdings-page .state=${state}></portfolio-holdings-page>`;
      case "transactions":
        void import("../pages/transactions/transactions-page.ts");
        return html`<portfolio-transactions-page .state=${state}></portfolio-transactions-page>`;
      case "import":
        void import("../pages/import/import-page.ts");
        return html`<portfolio-import-page .state=${state}></portfolio-import-page>`;
      case "settings":
        void import("../pages/settings/settings-page.ts");
        return html`<portfolio-settings-page .state=${state}></portfolio-settings-page>`;
      case "not-found":
        return html`<portfolio-not-found-page></portfolio-not-found-page>`;
    }
  }

  #link(page: LinkedPage, icon: AppIcon): TemplateResult {
    return html`<a
      href=${pagePaths[page]}
      aria-current=${ifDefined(this.state.page === page ? "page" : undefined)}
      title=${titles[page]}
      >${appIcon(icon)}<span>${titles[page]}</span></a
    >`;
  }

  #topBar(): TemplateResult {
    const { state } = this;
    const { isMasked } = state.view;
    const offered = [...new Set([state.currency, ...(state.engine?.currencies ?? []), ...commonCurrencies])];
    return html`<header class="top">
      <h1>
        ${titles[state.page]}
        ${state.engine?.portfolio === "sample" ? html`<span class="chip accent sample">Sample data</span>` : nothing}
      </h1>
      ${this.#phoneScope()}
      <label class="desktop-only"
        ><span class="visually-hidden">Reporting currency</span>
        <select class="currency" @change=${this.#chooseCurrency}>
          ${offered.map((code) => html`<option value=${code} .selected=${code === state.currency}>${code}</option>`)}
        </select></label
      >
      <button
        class="icon"
        aria-label=${isMasked ? "Show amounts" : "Hide amounts"}
        aria-pressed=${isMasked}
        title=${isMasked ? "Show amounts (H)" : "Hide amounts (H)"}
        @click=${() => state.show({ isMasked: !isMasked })}
      >
        ${appIcon(isMasked ? "eye-off" : "eye")}
      </button>
      <button
        class="icon"
        aria-label="Refresh prices"
        title="Refresh prices"
        ?disabled=${state.engine?.marketData.status === "refreshing"}
        @click=${() => state.refreshPrices()}
      >
        ${appIcon("refresh")}
      </button>
      <button class="primary desktop-only" @click=${() => state.set({ entry: {} })}>${appIcon("plus")} Add</button>
    </header>`;
  }

  /** The phone has no sidebar: the accounts are chosen in the top bar. */
  #phoneScope(): TemplateResult | typeof nothing {
    const accounts = this.state.engine?.accounts ?? [];
    if (accounts.length < 2) return nothing;
    const chosen = this.state.scope?.[0];
    return html`<select class="currency phone-only" aria-label="Accounts" @change=${this.#chooseScope}>
      <option value="" .selected=${chosen === undefined}>All accounts</option>
      ${accounts.map(({ id, name }) => html`<option .value=${id} .selected=${id === chosen}>${name}</option>`)}
    </select>`;
  }

  #scopeSwitch(): TemplateResult {
    const { engine, scope } = this.state;
    const accounts = engine?.accounts ?? [];
    const chosen = scope === undefined ? undefined : accounts.find(({ id }) => id === scope[0]);
    const count = accounts.length === 1 ? "1 account" : `${accounts.length} accounts`;
    return html`<div class="scope">
      <span class="strong">${chosen?.name ?? "All accounts"}</span>
      <span class="caption"
        >${engine?.portfolio === "sample" ? "Sample, " : ""}${chosen === undefined ? count : "1 account"} in
        ${this.state.currency}</span
      >
      <select aria-label="Accounts" @change=${this.#chooseScope}>
        <option value="" .selected=${chosen === undefined}>All accounts</option>
        ${accounts.map(({ id, name }) => html`<option .value=${id} .selected=${id === chosen?.id}>${name}</option>`)}
      </select>
    </div>`;
  }

  #status(): TemplateResult {
    const { title, detail, isOff, isIncomplete } = marketDataWords(this.state);
    return html`<div class="status" role="status">
      <span class=${isOff || isIncomplete ? "dot off" : "dot"}></span>
      <div><strong>${title}</strong>${detail}</div>
    </div>`;
  }

  #banners(): TemplateResult {
    const { state } = this;
    const { title, detail, isOff } = marketDataWords(state);
    return html`
      ${
        state.engine?.portfolio === "sample"
          ? html`<div class="note plain banner">
              ${appIcon("sparkles")}
              <p>
                <strong>This is a sample portfolio.</strong> Names are real, every figure is invented. It is stored
                apart from your own data.
              </p>
              <button class="quiet" @click=${() => state.open("own")}>Leave the sample</button>
            </div>`
          : nothing
      }
      ${
        isOff && state.engine !== undefined && state.engine.transactionCount > 0
          ? html`<div class="note plain banner">
              ${appIcon("offline")}
              <p><strong>${title}.</strong> ${detail}</p>
              <button class="quiet" @click=${() => state.refreshPrices()}>Try again</button>
            </div>`
          : nothing
      }
      ${this.#missing()} ${this.#backupDue()}
      ${
        state.update === undefined
          ? nothing
          : html`<div class="note plain banner">
              ${appIcon("refresh")}
              <p>A new version is ready.</p>
              <button class="quiet" @click=${state.update}>Update now</button>
            </div>`
      }
    `;
  }

  /** The browser has emptied the database: never shown as a new start. */
  #missing(): TemplateResult | typeof nothing {
    const missing = this.state.engine?.keeping.missing;
    if (missing === undefined) return nothing;
    const forget = (): void =>
      void this.state.write("This could not be saved", () => this.state.client.forgetMissing());
    return html`<div class="note banner" role="alert">
      ${appIcon("alert")}
      <p>
        <strong>This browser has removed the local data.</strong> ${missing.transactionCount} transactions were here on
        ${missing.changedAt.slice(0, 10)}. Restore them from a backup file or an export.
      </p>
      <a class="button" href=${pagePaths.settings}>Restore a backup</a>
      <a class="button" href=${pagePaths.import}>Choose an export</a>
      <button class="quiet" @click=${forget}>Start anew</button>
    </div>`;
  }

  /** One line, which rests for three days when it is dismissed. */
  #backupDue(): TemplateResult | typeof nothing {
    const keeping = this.state.engine?.keeping;
    if (keeping?.isBackupDue !== true || this.state.page === "settings") return nothing;
    const later = (): void =>
      void this.state.write("The reminder could not be dismissed", () => this.state.client.dismissBackupReminder());
    const { unsavedChanges: count } = keeping;
    return html`<div class="note plain banner">
      ${appIcon("alert")}
      <p>${count === 1 ? "1 change is" : `${count} changes are`} only on this device.</p>
      <a class="button" href=${pagePaths.settings}>Back up</a>
      <button class="quiet" @click=${later}>Later</button>
    </div>`;
  }

  #tabs(): TemplateResult {
    const tab = (page: LinkedPage, icon: AppIcon, label: string): TemplateResult =>
      html`<a href=${pagePaths[page]} aria-current=${ifDefined(this.state.page === page ? "page" : undefined)}
        >${appIcon(icon)}<span>${label}</span></a
      >`;
    return html`<nav class="tabs" aria-label="Pages">
      ${tab("dashboard", "dashboard", "Home")} ${tab("holdings", "holdings", "Holdings")}
      <button class="primary add" aria-label="Add a transaction" @click=${() => this.state.set({ entry: {} })}>
        ${appIcon("plus", 22)}
      </button>
      ${tab("transactions", "transactions", "Activity")} ${tab("settings", "settings", "More")}
    </nav>`;
  }

  #drawer(): TemplateResult | typeof nothing {
    const { entry } = this.state;
    if (entry === undefined) return nothing;
    void import("../pages/transactions/entry-drawer.ts");
    return html`<portfolio-entry-drawer
      .state=${this.state}
      .transactionId=${entry.transactionId}
    ></portfolio-entry-drawer>`;
  }

  #toast(): TemplateResult {
    const { toast } = this.state;
    const run = async (): Promise<void> => {
      this.state.dismissToast();
      if (toast?.action !== undefined) await this.state.write(`${toast.action.label} did not work`, toast.action.run);
    };
    return html`<div role=${toast?.isFailure === true ? "alert" : "status"} aria-live="polite">
      ${
        toast === undefined
          ? nothing
          : html`<div class="toast">
              <span>${toast.text}</span>
              ${toast.action === undefined ? nothing : html`<button class="quiet" @click=${run}>${toast.action.label}</button>`}
              <button class="icon" aria-label="Dismiss" @click=${() => this.state.dismissToast()}>
                ${appIcon("close", 16)}
              </button>
            </div>`
      }
    </div>`;
  }

  #fatal(failure: string): TemplateResult {
    return html`<main class="card fatal stack">
      <h2>The portfolio could not be opened</h2>
      <p>${failure}</p>
      <p class="muted">Nothing was changed or deleted. Close other tabs of this app, then try again.</p>
      <div class="row"><button class="primary" @click=${() => location.reload()}>Try again</button></div>
    </main>`;
  }

  #skip(): void {
    this.renderRoot.querySelector<HTMLElement>("#main")?.focus();
  }

  async #chooseCurrency(event: Event): Promise<void> {
    const code = (event.target as HTMLSelectElement).value;
    const { failure } = await this.state.write("The reporting currency could not be changed", () =>
      this.state.client.setBaseCurrency(code),
    );
    if (failure === undefined) void this.state.refreshPrices();
  }

  #chooseScope(event: Event): void {
    const id = (event.target as HTMLSelectElement).value;
    this.state.show({ scope: id === "" ? [] : [id] });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#keys);
  }

  /** Single letters rest while a text field has the focus. */
  readonly #keys = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    const isTyping =
      target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
    const isStep = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z";
    if (isStep && !isTyping && this.state.entry === undefined) {
      event.preventDefault();
      void this.state.step(event.shiftKey ? "redo" : "undo");
      return;
    }
    if (isTyping || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === "h") this.state.show({ isMasked: !this.state.view.isMasked });
    if (event.key === "n" && this.state.entry === undefined) {
      event.preventDefault();
      this.state.set({ entry: {} });
    }
  };
}

/** Two arcs around a middle: the mark of the app. */
function brandMark(): TemplateResult {
  return html`<svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke-width="5" aria-hidden="true">
    <path d="M12 4.5a7.5 7.5 0 0 1 0 15" stroke="var(--pf-color-accent)" />
    <path d="M12 19.5a7.5 7.5 0 0 1-6.5-3.75" stroke="var(--pf-color-text)" />
    <path d="M5.5 15.75A7.5 7.5 0 0 1 12 4.5" stroke="var(--pf-chart-other)" />
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-app": PortfolioApp;
  }
}
