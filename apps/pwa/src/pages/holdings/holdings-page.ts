import type { HoldingsSnapshot } from "@portfolio/core";
import { formatMoney, formatPercent } from "@portfolio/ui-components";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { pageStyles } from "../../appearance/page-styles.ts";
import { type AppState, today } from "../../state/app-state.ts";
import { EngineQuery } from "../../state/engine-query.ts";
import { questionKey } from "../../state/question-key.ts";
import { StateController } from "../../state/state-controller.ts";
import "./price-dialog.ts";

/**
 * @summary Everything that is held, what it cost and what it is worth; prices can be typed where none is known.
 */
@customElement("portfolio-holdings-page")
export class HoldingsPage extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      .bar {
        display: flex;
        gap: var(--pf-space-3);
        flex-wrap: wrap;
        align-items: center;
      }
      .bar input[type="search"] {
        max-inline-size: 15rem;
      }
      label.check {
        display: inline-flex;
        gap: var(--pf-space-2);
        align-items: center;
        font: var(--pf-type-table);
        min-block-size: var(--pf-control-height);
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @state() private filter: string = "";
  @state() private showClosed: boolean = false;
  /** The instrument whose price is being typed. */
  @state() private pricing: string | undefined = undefined;

  readonly #holdings: EngineQuery<HoldingsSnapshot> = new EngineQuery(this, () => ({
    key: questionKey(this.state, today()),
    ask: () =>
      this.state.client.holdings({
        on: today(),
        ...(this.state.scope === undefined ? {} : { accounts: this.state.scope }),
      }),
  }));

  constructor() {
    super();
    new StateController(this, () => this.state);
  }

  override render(): TemplateResult {
    const { view, engine } = this.state;
    const snapshot = this.#holdings.value;
    return html`<div class="stack">
      ${this.#totals(snapshot)}
      <div class="bar">
        <label
          ><span class="visually-hidden">Filter holdings</span
          ><input
            type="search"
            placeholder="Filter holdings"
            .value=${this.filter}
            @input=${(event: Event) => (this.filter = (event.target as HTMLInputElement).value)}
        /></label>
        <label class="check"
          ><input
            type="checkbox"
            .checked=${this.showClosed}
            @change=${(event: Event) => (this.showClosed = (event.target as HTMLInputElement).checked)}
          />
          Closed holdings</label
        >
        <button @click=${() => (this.pricing = "")}>Enter a price</button>
      </div>
      ${this.#notes(snapshot)}
      <portfolio-holdings-table
        .snapshot=${snapshot}
        .locale=${view.locale}
        .masked=${view.isMasked}
        .density=${view.density}
        .filter=${this.filter}
        .showClosed=${this.showClosed}
        .accountNames=${Object.fromEntries((engine?.accounts ?? []).map(({ id, name }) => [id, name]))}
        .error=${this.#holdings.error ?? ""}
        ?loading=${snapshot === undefined && this.#holdings.error === undefined}
        @portfolio-mend-request=${this.#mend}
      ></portfolio-holdings-table>
      ${
        this.pricing === undefined
          ? nothing
          : html`<portfolio-price-dialog
              .state=${this.state}
              .instrumentId=${this.pricing}
              @close=${() => (this.pricing = undefined)}
            ></portfolio-price-dialog>`
      }
    </div>`;
  }

  #totals(snapshot: HoldingsSnapshot | undefined): TemplateResult {
    const { view, currency } = this.state;
    const totals = snapshot?.totals;
    const money = (amount: string | undefined, sign: "amount" | "change" = "amount"): string =>
      amount === undefined ? "" : formatMoney(amount, currency, { locale: view.locale, homeCurrency: currency, sign });
    const percent = (value: number | undefined, digits: number): string =>
      value === undefined ? "" : formatPercent(value, { locale: view.locale, digits, sign: "change" });
    const card = (label: string, figure: string, caption: string, amount?: string): TemplateResult =>
      html`<portfolio-metric-card
        .label=${label}
        .figure=${figure}
        .caption=${caption}
        .tone=${amount === undefined || Number(amount) === 0 ? "neutral" : Number(amount) > 0 ? "gain" : "loss"}
        .locale=${view.locale}
        sensitive
        .masked=${view.isMasked}
        ?loading=${snapshot === undefined}
      ></portfolio-metric-card>`;
    return html`<portfolio-metric-strip label="Totals">
      ${card("Total value", money(totals?.totalValue), `${money(totals?.cash)} of it cash`)}
      ${card("Cost basis", money(totals?.costBasis), "Average cost, with fees")}
      ${card("Unrealized gain", money(totals?.unrealizedGain, "change"), `${percent(totals?.unrealizedReturn.value, 1)} on cost`, totals?.unrealizedGain)}
      ${card("Realized gain", money(totals?.realizedGain, "change"), "From everything sold", totals?.realizedGain)}
      ${card("Income", money(totals?.income), "Dividends and interest, before tax")}
    </portfolio-metric-strip>`;
  }

  #notes(snapshot: HoldingsSnapshot | undefined): TemplateResult | typeof nothing {
    const serious = (snapshot?.issues ?? []).filter(
      ({ severity, code }) => severity === "error" || code === "missing-cost" || code === "unpaired-transfer",
    );
    const unresolved = this.state.engine?.marketData.unresolved ?? [];
    if (serious.length === 0 && unresolved.length === 0) return nothing;
    const name = (id: string): string => {
      const instrument = this.state.engine?.instruments.find((known) => known.id === id);
      return instrument?.ticker ?? instrument?.name ?? id;
    };
    return html`<div class="note" role="note">
      <ul class="stack">
        ${serious.slice(0, 4).map(({ message, date }) => html`<li>${date === undefined ? "" : `${date}: `}${message}</li>`)}
        ${unresolved.slice(0, 4).map(({ instrumentId, reason }) => html`<li><strong>${name(instrumentId)}</strong>: ${reason} <button class="quiet" @click=${() => (this.pricing = instrumentId)}>Enter a price</button></li>`)}
        ${serious.length + unresolved.length > 8 ? html`<li>And ${serious.length + unresolved.length - 8} more.</li>` : nothing}
      </ul>
    </div>`;
  }

  #mend(event: CustomEvent<{ instrumentId?: string }>): void {
    this.pricing = event.detail.instrumentId;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-holdings-page": HoldingsPage;
  }
}
