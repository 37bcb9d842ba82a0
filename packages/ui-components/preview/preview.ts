import { html, render } from "lit";
import "../src/index.ts";
import { sampleHoldings, unpricedHolding } from "../src/sample-data/sample-holdings.ts";
import { samplePerformance } from "../src/sample-data/sample-performance.ts";

/** Shows the elements with invented data. Query: ?theme=dark&masked&lang=de&dir=rtl&open=<id> */
const query = new URLSearchParams(location.search);
const masked = query.has("masked");
const locale = query.get("lang") ?? "en-CA";
document.documentElement.dataset["theme"] = query.get("theme") ?? "light";
document.documentElement.dir = query.get("dir") ?? "ltr";
if (query.has("gaincolors")) document.documentElement.dataset["gainColors"] = query.get("gaincolors") ?? "";

const holdings = sampleHoldings();
const withGap = {
  ...holdings,
  holdings: [
    ...holdings.holdings.map((each, index) =>
      index === 4 && each.price
        ? { ...each, price: { ...each.price, date: "2026-11-18", ageDays: 2, isStale: true } }
        : each,
    ),
    unpricedHolding(),
  ],
};

const card = (label: string, figure: string, caption: string, tone: "gain" | "loss" | "neutral" = "neutral") =>
  html`<portfolio-metric-card
    label=${label}
    figure=${figure}
    caption=${caption}
    tone=${tone}
    explains=${label}
    ?masked=${masked}
  ></portfolio-metric-card>`;

const main = document.querySelector("main");
if (main)
  render(
    html`<section class="card" id="value">
        <div class="head">
          <div class="stack">
            <span>Total value</span>
            <portfolio-money
              amount="324117.31"
              currency="CAD"
              home-currency="CAD"
              size="hero"
              locale=${locale}
              ?masked=${masked}
            ></portfolio-money>
            <portfolio-delta
              amount="2786.79"
              currency="CAD"
              home-currency="CAD"
              fraction="0.0087"
              variant="chip"
              locale=${locale}
              ?masked=${masked}
              >today</portfolio-delta
            >
          </div>
          <portfolio-period-picker></portfolio-period-picker>
        </div>
        <portfolio-value-chart
          .snapshot=${samplePerformance()}
          locale=${locale}
          ?masked=${masked}
        ></portfolio-value-chart>
      </section>
      <portfolio-metric-strip>
        ${card("Gain, past year", "+$45,313.08", "Price 90% · income 9% · FX 1%", "gain")}
        ${card("Time-weighted return", "+17.56%", "1.54 pp above MSCI World")}
        ${card("Money-weighted return", "+17.11%", "XIRR with $31,800 added")}
        ${card("Income, 12 months", "$4,265.85", "Yield on cost 2.22%")}
        <portfolio-metric-card label="Beta" reason="missing-price"></portfolio-metric-card>
      </portfolio-metric-strip>
      <portfolio-holdings-table
        explainable
        .snapshot=${withGap}
        locale=${locale}
        ?masked=${masked}
        open-row=${query.get("open") ?? ""}
        .accountNames=${{ tfsa: "TFSA", rrsp: "RRSP" }}
      ></portfolio-holdings-table>`,
    main,
  );
