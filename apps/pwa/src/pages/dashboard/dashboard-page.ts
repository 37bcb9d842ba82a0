import type { HoldingsSnapshot, PerformanceSnapshot } from "@portfolio/core";
import { cssProperties, formatDate, formatMoney, formatPercent } from "@portfolio/ui-components";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { pageStyles } from "../../appearance/page-styles.ts";
import { type AppState, today } from "../../state/app-state.ts";
import { EngineQuery } from "../../state/engine-query.ts";
import { questionKey } from "../../state/question-key.ts";
import { navigate } from "../../state/router.ts";
import { StateController } from "../../state/state-controller.ts";
import { allocationByClass } from "./allocation-by-class.ts";
import { dayWord } from "./day-word.ts";
import { leftOutNotes } from "./left-out-notes.ts";
import { periodMetrics } from "./period-metrics.ts";

const largestCount = 5;

/**
 * @summary The whole at a glance: total value, its line against what was paid in, the figures of the period.
 */
@customElement("portfolio-dashboard-page")
export class DashboardPage extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      .head {
        display: flex;
        justify-content: space-between;
        align-items: flex-start;
        gap: var(--pf-space-4);
        flex-wrap: wrap;
        margin-block-end: var(--pf-space-4);
      }
      .hero {
        display: grid;
        gap: var(--pf-space-1);
      }
      .allocation li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: var(--pf-space-2) var(--pf-space-3);
        align-items: center;
        padding-block: 0.4rem;
      }
      .swatch {
        inline-size: 10px;
        block-size: 10px;
        border-radius: 3px;
      }
      .stackbar {
        display: flex;
        gap: 2px;
        block-size: 12px;
        margin-block: var(--pf-space-3) var(--pf-space-2);
      }
      .stackbar span {
        border-radius: 3px;
        min-inline-size: 3px;
      }
      .moves li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: var(--pf-space-3);
        align-items: center;
        padding-block: var(--pf-space-2);
      }
      .moves .end {
        text-align: end;
      }
      .two {
        display: grid;
        min-inline-size: 0;
      }
      .two > :first-child {
        font: var(--pf-type-strong);
      }
      .ellipsis {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .heading {
        margin-block-end: var(--pf-space-3);
      }
      portfolio-value-chart {
        display: block;
      }
      @media (max-width: 47.99rem) {
        .first {
          padding: 0;
          background: none;
          border: 0;
          box-shadow: none;
        }
        .head portfolio-period-picker {
          inline-size: 100%;
        }
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;

  readonly #holdings: EngineQuery<HoldingsSnapshot> = new EngineQuery(this, () => ({
    key: questionKey(this.state, today()),
    ask: () => this.state.client.holdings({ on: today(), ...this.#scope }),
  }));
  readonly #performance: EngineQuery<PerformanceSnapshot> = new EngineQuery(this, () => ({
    key: questionKey(this.state, today(), this.state.period),
    ask: () => this.state.client.performance({ period: this.state.period, to: today(), ...this.#scope }),
  }));

  constructor() {
    super();
    new StateController(this, () => this.state);
  }

  get #scope(): { accounts?: readonly string[] } {
    return this.state.scope === undefined ? {} : { accounts: this.state.scope };
  }

  override render(): TemplateResult {
    const holdings = this.#holdings.value;
    const performance = this.#performance.value;
    return html`<div class="grid">
      <section class="card span-8 first" aria-label="Total value">${this.#hero(holdings, performance)}</section>
      <div class="stack span-4">${this.#allocation(holdings)} ${this.#moves(holdings)}</div>
      <div class="span-12">${this.#metrics(performance)}</div>
      <section class="card span-12" aria-label="Largest holdings">${this.#largest(holdings)}</section>
    </div>`;
  }

  #hero(holdings: HoldingsSnapshot | undefined, performance: PerformanceSnapshot | undefined): TemplateResult {
    const { view, currency } = this.state;
    const totals = holdings?.totals;
    return html`<div class="head">
        <div class="hero">
          <span class="label">Total value</span>
          <portfolio-money
            size="hero"
            .amount=${totals?.totalValue.known}
            .currency=${currency}
            .homeCurrency=${currency}
            .locale=${view.locale}
            .masked=${view.isMasked}
          ></portfolio-money>
          <div class="row">
            <portfolio-delta
              variant="chip"
              .amount=${totals?.dayChange.known}
              .currency=${currency}
              .homeCurrency=${currency}
              .fraction=${totals?.dayReturn.value}
              .locale=${view.locale}
              .masked=${view.isMasked}
              >${dayWord(holdings?.dayChangeDate, today(), view.locale)}</portfolio-delta
            >
            <span class="caption">${this.#stamp(holdings)}</span>
          </div>
        </div>
        <portfolio-period-picker
          .value=${this.state.period}
          @portfolio-period-change=${this.#choosePeriod}
        ></portfolio-period-picker>
      </div>
      ${holdings === undefined ? nothing : this.#leftOut(holdings)}
      <portfolio-value-chart
        .snapshot=${performance}
        .locale=${view.locale}
        .masked=${view.isMasked}
        .error=${this.#performance.error ?? ""}
        ?loading=${performance === undefined && this.#performance.error === undefined}
      ></portfolio-value-chart>`;
  }

  /** The stamp of the total is that of its oldest input. */
  #stamp(holdings: HoldingsSnapshot | undefined): string {
    const dates = (holdings?.holdings ?? []).flatMap(({ price }) => (price === undefined ? [] : [price.date])).sort();
    if (dates.length === 0) return "";
    const oldest = formatDate(dates[0]!, this.state.view.locale);
    return dates[0] === dates.at(-1) ? `Prices of ${oldest}` : `Prices of ${oldest} or newer`;
  }

  #leftOut(holdings: HoldingsSnapshot): TemplateResult[] {
    return leftOutNotes(holdings).map(
      ({ names, sentence, isPrice }) =>
        html`<div class="note" role="note">
          <p>
            <strong>${names.join(", ")}</strong> ${names.length === 1 ? "is" : "are"} ${sentence}
            ${isPrice ? html`<a href="/holdings">Enter a price</a>` : nothing}
          </p>
        </div>`,
    );
  }

  #allocation(holdings: HoldingsSnapshot | undefined): TemplateResult {
    const parts = holdings === undefined ? [] : allocationByClass(holdings);
    const { locale } = this.state.view;
    return html`<section class="card" aria-label="Allocation">
      <h2>Allocation</h2>
      <div class="stackbar" aria-hidden="true">
        ${parts.map((part) => html`<span ${cssProperties({ flex: String(Math.max(part.weight, 0.004)), background: `var(--pf-chart-${part.series})` })}></span>`)}
      </div>
      <ul class="allocation figures">
        ${parts.map((part) => html`<li><span class="swatch" ${cssProperties({ background: `var(--pf-chart-${part.series})` })}></span><span>${part.label}</span><span>${formatPercent(part.weight, { locale, digits: 1 })}</span></li>`)}
      </ul>
    </section>`;
  }

  #moves(holdings: HoldingsSnapshot | undefined): TemplateResult {
    const size = (base: string | undefined): number => Math.abs(Number(base ?? 0));
    const moved = [...(holdings?.holdings ?? [])]
      .filter(({ dayChange }) => size(dayChange.base) > 0)
      .sort((a, b) => size(b.dayChange.base) - size(a.dayChange.base));
    const { view, currency } = this.state;
    return html`<section class="card" aria-label="What moved last">
      <div class="row between heading">
        <h2>What moved last</h2>
        <span class="caption">by amount</span>
      </div>
      <ul class="moves figures">
        ${moved.slice(0, 3).map(
          (row) =>
            html`<li>
              <portfolio-instrument-tile
                .label=${row.ticker ?? row.name}
                .kind=${row.assetClass ?? ""}
              ></portfolio-instrument-tile>
              <div class="two">
                <span>${row.ticker ?? row.name}</span><span class="caption ellipsis">${row.name}</span>
              </div>
              <div class="two end">
                <portfolio-delta
                  .amount=${row.dayChange.base}
                  .currency=${currency}
                  .homeCurrency=${currency}
                  .locale=${view.locale}
                  .masked=${view.isMasked}
                ></portfolio-delta>
                <span class="caption"
                  >${row.dayReturn.value === undefined ? "" : formatPercent(row.dayReturn.value, { locale: view.locale, sign: "change" })}</span
                >
              </div>
            </li>`,
        )}
      </ul>
      ${moved.length === 0 ? html`<p class="caption">Nothing moved between the last two closes.</p>` : nothing}
    </section>`;
  }

  #metrics(performance: PerformanceSnapshot | undefined): TemplateResult {
    const { view } = this.state;
    return html`<portfolio-metric-strip label="Figures of the period">
      ${periodMetrics(performance, view.locale).map(
        (metric) =>
          html`<portfolio-metric-card
            .label=${metric.label}
            .figure=${metric.figure ?? ""}
            .caption=${metric.caption}
            .tone=${metric.tone}
            .reason=${metric.reason}
            .locale=${view.locale}
            ?sensitive=${metric.isSensitive}
            .masked=${view.isMasked}
            ?loading=${performance === undefined}
            @portfolio-mend-request=${() => navigate(this.state, "holdings")}
          ></portfolio-metric-card>`,
      )}
    </portfolio-metric-strip>`;
  }

  #largest(holdings: HoldingsSnapshot | undefined): TemplateResult {
    const { view, currency } = this.state;
    const rows = [...(holdings?.holdings ?? [])]
      .sort((a, b) => Number(b.marketValue.base ?? 0) - Number(a.marketValue.base ?? 0))
      .slice(0, largestCount);
    const money = (amount: string | undefined, of: string = currency): string =>
      amount === undefined
        ? "Not yet known"
        : formatMoney(amount, of, { locale: view.locale, homeCurrency: currency, masked: view.isMasked });
    return html`<div class="row between heading">
        <h2>Largest holdings</h2>
        <a href="/holdings">All ${holdings?.holdings.length ?? ""} holdings</a>
      </div>
      <ul class="moves">
        ${rows.map(
          (row) =>
            html`<li>
              <portfolio-instrument-tile
                .label=${row.ticker ?? row.name}
                .kind=${row.assetClass ?? ""}
              ></portfolio-instrument-tile>
              <div class="two">
                <span>${row.ticker ?? row.name}</span><span class="caption ellipsis">${row.name}</span>
              </div>
              <div class="two end figures">
                <span>${money(row.marketValue.base)}</span>
                <portfolio-delta
                  .amount=${row.unrealizedGain.base}
                  .currency=${currency}
                  .homeCurrency=${currency}
                  .fraction=${row.unrealizedReturn.value}
                  .locale=${view.locale}
                  .masked=${view.isMasked}
                  .digits=${1}
                ></portfolio-delta>
              </div>
            </li>`,
        )}
      </ul>`;
  }

  #choosePeriod(event: CustomEvent<{ period: string }>): void {
    this.state.show({ period: event.detail.period as AppState["period"] });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-dashboard-page": DashboardPage;
  }
}
