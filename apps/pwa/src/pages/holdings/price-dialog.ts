import { type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { dialogStyles } from "../../appearance/dialog-styles.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import { type AppState, today } from "../../state/app-state.ts";
import { readAmount } from "../../state/read-amount.ts";

/**
 * @summary Types a price by hand, takes those of one's own trades, or names the symbol a source knows it by.
 * @fires close - The dialog was closed.
 */
@customElement("portfolio-price-dialog")
export class PriceDialog extends LitElement {
  static override styles: CSSResultGroup = [pageStyles, dialogStyles];

  @property({ attribute: false }) state!: AppState;
  /** The instrument; one of those held when it is not set. */
  @property({ attribute: false }) instrumentId: string = "";
  @state() private fault: string = "";
  @query("dialog") private dialog!: HTMLDialogElement;

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
          />
          ${this.fault === "" ? nothing : html`<span id="fault" class="fault">${this.fault}</span>`}
        </label>
        <label class="field">On the date<input name="date" type="date" .value=${today()} max=${today()} /></label>
        <label class="field"
          >Symbol at the price source, if you know it<input
            name="symbol"
            autocomplete="off"
            placeholder="such as VUSA.L"
            .value=${instrument?.quoteSymbol ?? ""}
        /></label>
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

  #choose(event: Event): void {
    this.instrumentId = (event.target as HTMLSelectElement).value;
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const typed = (name: string): string => form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.trim() ?? "";
    const symbol = typed("symbol").toUpperCase();
    const text = typed("price");
    const price = text === "" ? undefined : readAmount(text);
    if (text !== "" && (price === undefined || price.startsWith("-") || Number(price) === 0)) {
      this.fault = `"${text}" is not a price above 0. Write it as 1234.56.`;
      return;
    }
    const known = this.state.engine?.instruments.find(({ id }) => id === this.instrumentId)?.quoteSymbol ?? "";
    if (symbol !== "" && symbol !== known) {
      await this.state.client.setQuoteSymbol(this.instrumentId, symbol);
      void this.state.refreshPrices();
    }
    if (price !== undefined) {
      await this.state.client.setManualPrice(this.instrumentId, typed("date"), price);
      this.state.say({ text: "Price saved" });
    }
    this.dialog.close();
  }

  async #takeTrades(): Promise<void> {
    await this.state.client.useTradePrices(this.instrumentId);
    this.state.say({ text: "Prices of your trades are used where no other is known" });
    this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-price-dialog": PriceDialog;
  }
}
