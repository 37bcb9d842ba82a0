import type { HoldingsSnapshot } from "@portfolio/core";
import { formatDate, formatPrice } from "@portfolio/ui-components";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { dialogStyles } from "../../appearance/dialog-styles.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import { type AppState, today } from "../../state/app-state.ts";
import { attempt } from "../../state/attempt.ts";
import { EngineQuery } from "../../state/engine-query.ts";
import { questionKey } from "../../state/question-key.ts";
import { readAmount } from "../../state/read-amount.ts";
import { StateController } from "../../state/state-controller.ts";
import { writeAmount } from "../../state/write-amount.ts";
import { priceDateFault } from "./price-date-fault.ts";

/**
 * @summary Types a price by hand, takes those of one's own trades, or names the symbol a source knows it by.
 * @fires close - The dialog was closed.
 */
@customElement("portfolio-price-dialog")
export class PriceDialog extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    dialogStyles,
    css`
      .known {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: var(--pf-space-3);
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  /** The instrument; one of those held when it is not set. */
  @property({ attribute: false }) instrumentId: string = "";
  @state() private fault: string = "";
  @state() private dateFault: string = "";
  @state() private failure: string = "";
  @state() private date: string = today();
  @query("dialog") private dialog!: HTMLDialogElement;

  /** What is known of the day: a typed price can be taken away again. */
  readonly #holdings: EngineQuery<HoldingsSnapshot> = new EngineQuery(this, () => ({
    key: priceDateFault(this.date, today()) === "" ? questionKey(this.state, this.date) : undefined,
    ask: () => this.state.client.holdings({ on: this.date }),
  }));

  constructor() {
    super();
    new StateController(this, () => this.state);
  }

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const instruments = this.state.engine?.instruments ?? [];
    const instrument = instruments.find(({ id }) => id === this.instrumentId);
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event("close"))}>
      <form method="dialog" @submit=${this.#save} novalidate>
        <h2 id="title">Enter a price</h2>
        <label class="field"
          >Instrument
          <select name="instrument" @change=${this.#choose}>
            ${instruments.map(
              ({ id, ticker, name }) =>
                html`<option .value=${id} .selected=${id === instrument?.id}>${ticker ?? name}</option>`,
            )}
          </select>
        </label>
        <p class="caption">
          ${instrument?.name}, in ${instrument?.currency}. A typed price is never overwritten by a source.
        </p>
        <label class="field"
          >Price of one unit, in ${instrument?.currency}
          <input
            name="price"
            inputmode="decimal"
            autocomplete="off"
            autofocus
            aria-invalid=${this.fault !== ""}
            aria-describedby="fault"
            @input=${() => (this.fault = "")}
          />
          ${this.fault === "" ? nothing : html`<span id="fault" class="fault">${this.fault}</span>`}
        </label>
        <label class="field"
          >On the date<input
            name="date"
            type="date"
            .value=${this.date}
            max=${today()}
            aria-invalid=${this.dateFault !== ""}
            aria-describedby="date-fault"
            @input=${this.#chooseDate}
          />
          ${this.dateFault === "" ? nothing : html`<span id="date-fault" class="fault">${this.dateFault}</span>`}
        </label>
        ${this.#known()}
        <label class="field"
          >Symbol at the price source, if you know it<input
            name="symbol"
            autocomplete="off"
            placeholder="such as VUSA.L"
            .value=${instrument?.quoteSymbol ?? ""}
        /></label>
        ${this.failure === "" ? nothing : html`<p class="fault" role="alert">${this.failure}</p>`}
        <div class="actions">
          <button type="button" class="quiet" @click=${this.#takeTrades}>Use my trade prices</button>
          <button type="button" @click=${() => this.dialog.close()}>Cancel</button>
          <button class="primary" type="submit">Save</button>
        </div>
      </form>
    </dialog>`;
  }

  override willUpdate(): void {
    if (this.instrumentId === "") this.instrumentId = this.state.engine?.instruments[0]?.id ?? "";
  }

  #known(): TemplateResult | typeof nothing {
    const row = this.#holdings.value?.holdings.find(({ instrumentId }) => instrumentId === this.instrumentId);
    if (row?.price === undefined) return nothing;
    const { date, price, source } = row.price;
    const { locale } = this.state.view;
    const words = `${formatPrice(price, row.currency, locale, this.state.currency)} of ${formatDate(date, locale)}`;
    if (source !== "manual" && source !== "trade") return html`<p class="caption">Known: ${words}, from ${source}.</p>`;
    return html`<div class="known">
      <span class="caption">Known: ${words}, ${source === "manual" ? "typed by hand" : "from your own trade"}.</span>
      <button type="button" class="quiet" @click=${() => this.#remove(date, price)}>Remove it</button>
    </div>`;
  }

  async #remove(date: string, price: string): Promise<void> {
    const { client } = this.state;
    const { instrumentId } = this;
    const isRemoved = await this.#run("The price could not be removed", () =>
      client.removeManualPrice(instrumentId, date),
    );
    if (isRemoved)
      this.state.say({
        text: "Price removed",
        action: { label: "Undo", run: () => client.setManualPrice(instrumentId, date, price) },
      });
  }

  #chooseDate(event: Event): void {
    this.date = (event.target as HTMLInputElement).value;
    this.dateFault = "";
  }

  #choose(event: Event): void {
    this.instrumentId = (event.target as HTMLSelectElement).value;
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const typed = (name: string): string => form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.trim() ?? "";
    const symbol = typed("symbol").toUpperCase();
    const text = typed("price");
    const { locale } = this.state.view;
    const price = text === "" ? undefined : readAmount(text, locale);
    const isPrice = text === "" || (price !== undefined && !price.startsWith("-") && Number(price) > 0);
    this.fault = isPrice ? "" : `"${text}" is not a price above 0. Write it as ${writeAmount("1234.56", locale)}.`;
    this.dateFault = text === "" ? "" : priceDateFault(typed("date"), today());
    if (this.fault !== "" || this.dateFault !== "") {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    if (!(await this.#saveSymbol(symbol))) return;
    if (price !== undefined) {
      const isSaved = await this.#run("The price could not be saved", () =>
        this.state.client.setManualPrice(this.instrumentId, typed("date"), price),
      );
      if (!isSaved) return;
      this.state.say({ text: "Price saved" });
    }
    this.dialog.close();
  }

  async #saveSymbol(symbol: string): Promise<boolean> {
    const known = this.state.engine?.instruments.find(({ id }) => id === this.instrumentId)?.quoteSymbol ?? "";
    if (symbol === "" || symbol === known) return true;
    const isSaved = await this.#run("The symbol could not be saved", () =>
      this.state.client.setQuoteSymbol(this.instrumentId, symbol),
    );
    if (isSaved) void this.state.refreshPrices();
    return isSaved;
  }

  async #takeTrades(): Promise<void> {
    const isSaved = await this.#run("The prices of your trades could not be taken", () =>
      this.state.client.useTradePrices(this.instrumentId),
    );
    if (!isSaved) return;
    this.state.say({ text: "Prices of your trades are used where no other is known" });
    this.dialog.close();
  }

  /** Runs a write; a failure stays in the dialog with what was typed. */
  async #run(what: string, write: () => Promise<unknown>): Promise<boolean> {
    const { failure } = await attempt(what, write);
    this.failure = failure ?? "";
    return failure === undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-price-dialog": PriceDialog;
  }
}
