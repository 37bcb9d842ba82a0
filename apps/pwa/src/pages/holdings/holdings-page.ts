import type { HoldingsSnapshot, TotalAmount } from "@portfolio/core";
import { formatMoney, formatPercent, type MendRequestEvent } from "@portfolio/ui-components";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { pageStyles } from "../../appearance/page-styles.ts";
import { type AppState, today } from "../../state/app-state.ts";
import { EngineQuery } from "../../state/engine-query.ts";
import { questionKey } from "../../state/question-key.ts";
import { navigate } from "../../state/router.ts";
import { StateController } from "../../state/state-controller.ts";
import "./holdings-notes.ts";
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
      <portfolio-holdings-notes
        .state=${this.state}
        .snapshot=${snapshot}
        @portfolio-enter-price=${(event: CustomEvent<string>) => (this.pricing = event.detail)}
      ></portfolio-holdings-notes>
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
    const money = (total: TotalAmount | undefined, sign: "amount" | "change" = "amount"): string =>
      total?.known === undefined
        ? ""
        : formatMoney(total.known, currency, { locale: view.locale, homeCurrency: currency, sign });
    const percent = (value: number | undefined, digits: number): string =>
      value === undefined ? "" : formatPercent(value, { locale: view.locale, digits, sign: "change" });
    const captionOf = (total: TotalAmount | undefined, caption: string): string => {
      const count = total?.leftOut.length ?? 0;
      return count === 0 ? caption : `Leaves out ${count} without a price, rate or cost`;
    };
    const card = (
      label: string,
      total: TotalAmount | undefined,
      caption: string,
      sign: "amount" | "change" = "amount",
    ): TemplateResult =>
      html`<portfolio-metric-card
        .label=${label}
        .figure=${money(total, sign)}
        .caption=${captionOf(total, caption)}
        .tone=${sign === "amount" || Number(total?.known ?? 0) === 0 ? "neutral" : Number(total?.known) > 0 ? "gain" : "loss"}
        .locale=${view.locale}
        sensitive
        .masked=${view.isMasked}
        ?loading=${snapshot === undefined}
      ></portfolio-metric-card>`;
    return html`<portfolio-metric-strip label="Totals">
      ${card("Total value", totals?.totalValue, `${money(totals?.cash)} of it cash`)}
      ${card("Cost basis", totals?.costBasis, "Of what is held, with fees")}
      ${card("Unrealized gain", totals?.unrealizedGain, `${percent(totals?.unrealizedReturn.value, 1)} on cost`, "change")}
      ${card("Realized gain", totals?.realizedGain, "From everything sold", "change")}
      ${card("Income", totals?.income, "Dividends and interest, before tax")}
    </portfolio-metric-strip>`;
  }

  /** A price is typed here; a cost belongs to the transactions that lack it. */
  #mend(event: MendRequestEvent): void {
    const { reason, instrumentId } = event.detail;
    if (reason === "missing-price") this.pricing = instrumentId;
    if (reason !== "missing-cost") return;
    const instrument = this.state.engine?.instruments.find(({ id }) => id === instrumentId);
    this.state.set({ transactionSearch: instrument?.ticker ?? instrument?.name ?? "" });
    navigate(this.state, "transactions");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-holdings-page": HoldingsPage;
  }
}
