import type { PerformanceSnapshot } from "@portfolio/core";
import { html, nothing, type TemplateResult } from "lit";
import { epochDayToIso, formatEpochDay } from "../../formatting/format-date.ts";
import { chartMoney, type ChartPoints } from "../../view-models/chart-points.ts";
import type { Strings } from "../../localization/strings.ts";

/** Above this number of days the table shows month ends. */
const mostRows = 366;

function shownRows(points: ChartPoints): readonly number[] {
  const all = Array.from(points.days, (_day, index) => index);
  if (all.length <= mostRows) return all;
  const month = (index: number): string => epochDayToIso(points.days[index] ?? 0).slice(0, 7);
  return all.filter((index) => index === all.length - 1 || month(index) !== month(index + 1));
}

/** The data behind a chart as a table, newest first. */
export function chartTable(
  points: ChartPoints,
  currency: string,
  locale: string,
  masked: boolean,
  strings: Strings,
): TemplateResult {
  const rows = [...shownRows(points)].reverse();
  const cell = (value: number | null | undefined): string =>
    value === null || value === undefined ? strings.chart.noValue : chartMoney(value, currency, locale, masked);
  return html`<div class="table-scroller" tabindex="0" role="region" aria-label=${strings.chart.showTable} part="table">
    ${rows.length < points.days.length ? html`<p class="type-caption hint">${strings.chart.monthEnds}</p>` : nothing}
    <table class="type-table">
      <thead>
        <tr>
          <th scope="col">${strings.chart.date}</th>
          <th scope="col" class="end">${strings.chart.value}</th>
          <th scope="col" class="end">${strings.chart.netContributions}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (index) =>
            html`<tr>
              <th scope="row">${formatEpochDay(points.days[index] ?? 0, locale)}</th>
              <td class="end number">${cell(points.values[index])}</td>
              <td class="end number">${cell(points.contributions[index])}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Every day as CSV with ISO dates and unformatted figures; a gap is an empty field. */
export function chartCsv(snapshot: PerformanceSnapshot): string {
  const field = (value: number | undefined): string =>
    value !== undefined && Number.isFinite(value) ? String(value) : "";
  const rows = Array.from(snapshot.days, (day, index) =>
    [epochDayToIso(day), field(snapshot.values[index]), field(snapshot.netContributions[index])].join(","),
  );
  return [`date,value_${snapshot.baseCurrency},net_contributions_${snapshot.baseCurrency}`, ...rows, ""].join("\r\n");
}
