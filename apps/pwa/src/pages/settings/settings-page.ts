import type { CostBasisMethod } from "@portfolio/core";
import { css, type CSSResultGroup, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { dialogStyles } from "../../appearance/dialog-styles.ts";
import { appIcon } from "../../appearance/app-icon.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import type { PriceServer } from "../../engine/engine-protocol.ts";
import type { AppState } from "../../state/app-state.ts";
import { attempt } from "../../state/attempt.ts";
import { isKnownCurrency } from "../../state/is-known-currency.ts";
import { readAmount } from "../../state/read-amount.ts";
import { writeAmount } from "../../state/write-amount.ts";
import { StateController } from "../../state/state-controller.ts";
import type { ViewSettings } from "../../state/view-settings.ts";
import { accountFields } from "./account-fields.ts";
import "./storage-card.ts";

const deletionWord = "delete";

/**
 * @summary How things are shown, the accounts, and everything that concerns the data. Every change applies at once.
 */
@customElement("portfolio-settings-page")
export class SettingsPage extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    dialogStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--pf-space-5);
        align-items: start;
      }
      section.card {
        display: grid;
        gap: var(--pf-space-4);
      }
      .fields {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--pf-space-4);
      }
      @media (max-width: 61.99rem) {
        .columns {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @state() private server: PriceServer = { origin: "", token: "" };
  @state() private serverFault: string = "";
  @state() private rateFault: string = "";
  @state() private currencyFault: string = "";
  @state() private deletionFault: string = "";
  @query("dialog") private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new StateController(this, () => this.state);
  }

  override firstUpdated(): void {
    void this.#measure();
  }

  async #measure(): Promise<void> {
    this.server = await this.state.client.priceServer();
  }

  override render(): TemplateResult {
    return html`<div class="columns">
        ${this.#look()} ${this.#figures()} ${this.#accounts()}
        <portfolio-storage-card .state=${this.state}></portfolio-storage-card>
        ${this.#data()} ${this.#priceServer()}
      </div>
      ${this.#deletion()}`;
  }

  #look(): TemplateResult {
    const { view } = this.state;
    const choice = <Key extends "theme" | "contrast" | "gainColors" | "density">(
      label: string,
      key: Key,
      options: readonly (readonly [ViewSettings[Key], string])[],
    ): TemplateResult =>
      html`<label class="field"
        >${label}
        <select @change=${(event: Event) => this.state.show({ [key]: (event.target as HTMLSelectElement).value })}>
          ${options.map(([value, word]) => html`<option value=${value} .selected=${view[key] === value}>${word}</option>`)}
        </select></label
      >`;
    return html`<section class="card" aria-label="Appearance">
      <h2>Appearance</h2>
      <div class="fields">
        ${choice("Theme", "theme", [
          ["system", "As the system"],
          ["light", "Light"],
          ["dark", "Dark"],
        ])}
        ${choice("Contrast", "contrast", [
          ["system", "As the system"],
          ["more", "High"],
          ["normal", "Normal"],
        ])}
        ${choice("Gain and loss", "gainColors", [
          ["default", "Green and red"],
          ["blue-orange", "Blue and orange"],
          ["red-up", "Red rises"],
        ])}
        ${choice("Density", "density", [
          ["comfortable", "Comfortable"],
          ["compact", "Compact"],
        ])}
        <label class="field"
          >Numbers and dates as in
          <select @change=${(event: Event) => this.state.show({ locale: (event.target as HTMLSelectElement).value })}>
            ${[...new Set([view.locale, navigator.language, "en-CA", "en-GB", "en-US", "de-DE", "de-CH", "fr-FR", "fr-CA", "nl-NL", "sv-SE"])].map((locale) => html`<option value=${locale} .selected=${locale === view.locale}>${localeName(locale)}</option>`)}
          </select></label
        >
      </div>
    </section>`;
  }

  #figures(): TemplateResult {
    const { engine, currency } = this.state;
    const percent = engine === undefined ? "" : String(Number((engine.riskFreeRate * 100).toFixed(4)));
    const rate = writeAmount(percent, this.state.view.locale);
    return html`<section class="card" aria-label="Figures">
      <h2>Figures</h2>
      <div class="fields">
        <label class="field"
          >Reporting currency
          <input
            .value=${currency}
            maxlength="3"
            autocomplete="off"
            @change=${this.#chooseCurrency}
            aria-invalid=${this.currencyFault !== ""}
          />
          ${this.currencyFault === "" ? "" : html`<span class="fault">${this.currencyFault}</span>`}</label
        >
        <label class="field"
          >Risk-free rate, % a year
          <input inputmode="decimal" .value=${rate} @change=${this.#chooseRate} aria-invalid=${this.rateFault !== ""} />
          ${this.rateFault === "" ? "" : html`<span class="fault">${this.rateFault}</span>`}</label
        >
      </div>
      <p class="caption">
        Cost is kept per account and instrument, by the method of the account, fees in cost, taxes not. Returns are
        time-weighted, inflows at the start of the day. Volatility and Sharpe ratio count the trading days of the
        period.
      </p>
    </section>`;
  }

  #accounts(): TemplateResult {
    const accounts = this.state.engine?.accounts ?? [];
    return html`<section class="card" aria-label="Accounts">
      <h2>Accounts</h2>
      ${accounts.length === 0 ? html`<p class="muted">Accounts appear with the first import or transaction.</p>` : ""}
      ${accountFields(accounts, {
        rename: (id, name) => void this.#rename(id, name),
        choose: (id, method) => void this.#chooseMethod(id, method),
      })}
      ${
        accounts.length === 0
          ? ""
          : html`<p class="caption">
              What a sale takes decides its cost and gain, not what the portfolio is worth. A change counts for all
              sales there ever were.
            </p>`
      }
    </section>`;
  }

  #data(): TemplateResult {
    const isSample = this.state.engine?.portfolio === "sample";
    return html`<section class="card" aria-label="Data">
      <h2>Data</h2>
      <p>Everything is stored in this browser, on this device.</p>
      <p class="caption">
        The export holds accounts, transactions, imports, typed prices and the settings of the portfolio as readable
        text. The Import page brings it back into an empty portfolio; other prices and rates are fetched again.
      </p>
      <div class="row">
        <button @click=${this.#export}>Export as JSON</button>
        ${isSample ? html`<button @click=${() => this.state.open("own")}>Leave the sample</button>` : html`<button @click=${() => this.state.open("sample")}>${appIcon("sparkles", 16)} Open the sample</button>`}
        <button class="danger" @click=${() => this.dialog.showModal()}>
          ${appIcon("trash", 16)} Delete everything…
        </button>
      </div>
    </section>`;
  }

  #priceServer(): TemplateResult {
    return html`<section class="card" aria-label="Price server">
      <h2>Price server</h2>
      <p class="caption">
        Prices and exchange rates come from the server this app came from, unless another one is named. It sees which
        symbols are asked for, and nothing else.
      </p>
      <div class="fields">
        <label class="field"
          >Address, if it is another one
          <input
            placeholder="https://prices.example.org"
            autocomplete="off"
            .value=${this.server.origin}
            aria-invalid=${this.serverFault !== ""}
            @change=${(event: Event) => this.#chooseServer({ origin: (event.target as HTMLInputElement).value.trim() })}
          />
          ${this.serverFault === "" ? "" : html`<span class="fault">${this.serverFault}</span>`}
        </label>
        <label class="field"
          >Access token, if it asks for one
          <input
            type="password"
            autocomplete="off"
            .value=${this.server.token}
            @change=${(event: Event) => this.#chooseServer({ token: (event.target as HTMLInputElement).value.trim() })}
          />
        </label>
      </div>
    </section>`;
  }

  #deletion(): TemplateResult {
    return html`<dialog aria-labelledby="delete-title">
      <form method="dialog" @submit=${this.#deleteEverything}>
        <h2 id="delete-title">Delete everything?</h2>
        <p>
          ${
            this.state.engine?.portfolio === "sample"
              ? "Everything in the sample goes, also what you entered there. Your own portfolio stays as it is, and the sample is made anew when you open it."
              : "All accounts, transactions, prices and settings of this portfolio go, the address of a price server with them. How things look stays. A recovery point stays on this device for 30 days; delete it below Storage if nothing is to be left."
          }
        </p>
        <label class="field"
          >Type “${deletionWord}” to go on<input
            name="word"
            autocomplete="off"
            aria-invalid=${this.deletionFault !== ""}
          />
          ${this.deletionFault === "" ? "" : html`<span class="fault" role="alert">${this.deletionFault}</span>`}
        </label>
        <div class="actions">
          <button type="button" @click=${() => this.dialog.close()}>Cancel</button
          ><button class="danger" type="submit">Delete everything</button>
        </div>
      </form>
    </dialog>`;
  }

  async #chooseCurrency(event: Event): Promise<void> {
    const code = (event.target as HTMLInputElement).value.trim().toUpperCase();
    const isKnown = isKnownCurrency(code, this.state.engine?.currencies ?? []);
    this.currencyFault = isKnown ? "" : `"${code}" is no currency we know. Write a code such as EUR.`;
    if (!isKnown) return;
    const { failure } = await this.state.write("The reporting currency could not be changed", () =>
      this.state.client.setBaseCurrency(code),
    );
    if (failure === undefined) void this.state.refreshPrices();
  }

  async #chooseRate(event: Event): Promise<void> {
    const { locale } = this.state.view;
    const percent = readAmount((event.target as HTMLInputElement).value, locale);
    const isRate = percent !== undefined && Math.abs(Number(percent)) <= 50;
    this.rateFault = isRate ? "" : `Write a rate such as ${writeAmount("2.5", locale)}.`;
    if (isRate)
      await this.state.write("The risk-free rate could not be changed", () =>
        this.state.client.setRiskFreeRate(Number(percent) / 100),
      );
  }

  async #chooseServer(change: Partial<PriceServer>): Promise<void> {
    const server = { ...this.server, ...change };
    const isAddress = server.origin === "" || (URL.canParse(server.origin) && /^https?:/.test(server.origin));
    this.serverFault = isAddress ? "" : "Write an address such as https://prices.example.org, or leave it empty.";
    if (!isAddress) return;
    const chosen = { ...server, origin: server.origin === "" ? "" : new URL(server.origin).origin };
    const { failure } = await this.state.write("The price server could not be changed", () =>
      this.state.client.setPriceServer(chosen),
    );
    if (failure !== undefined) return;
    this.server = chosen;
    void this.state.refreshPrices();
  }

  async #rename(id: string, name: string): Promise<void> {
    if (name.trim() === "") return;
    await this.state.write("The account could not be renamed", () => this.state.client.renameAccount(id, name.trim()));
  }

  async #chooseMethod(id: string, method: CostBasisMethod): Promise<void> {
    await this.state.write("The method could not be changed", () => this.state.client.setCostBasisMethod(id, method));
  }

  async #export(): Promise<void> {
    const { answer: json } = await this.state.write("The export could not be made", () =>
      this.state.client.exportJson(),
    );
    if (json === undefined) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([json], { type: "application/json" }));
    link.download = `portfolio-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  async #deleteEverything(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).querySelector("input");
    const isSure = input?.value.trim().toLowerCase() === deletionWord;
    this.deletionFault = isSure ? "" : `Type the word “${deletionWord}” to go on.`;
    if (!isSure) return;
    const { failure } = await attempt("Not everything could be deleted", () => this.state.client.deleteEverything());
    this.deletionFault = failure ?? "";
    if (failure !== undefined) return;
    input.value = "";
    this.dialog.close();
    this.state.say({ text: "Everything was deleted" });
  }
}

function localeName(locale: string): string {
  return `${new Intl.DisplayNames(["en"], { type: "language" }).of(locale) ?? locale} (${new Intl.NumberFormat(locale).format(1234.5)})`;
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-settings-page": SettingsPage;
  }
}
