import type { Account, CostBasisMethod } from "@portfolio/core";
import { html, type TemplateResult } from "lit";

/** What the fields of the accounts tell. */
export interface AccountChanges {
  readonly rename: (accountId: string, name: string) => void;
  readonly choose: (accountId: string, method: CostBasisMethod) => void;
}

const methods: readonly (readonly [method: CostBasisMethod, name: string])[] = [
  ["average-cost", "Average cost"],
  ["fifo", "First in, first out"],
  ["lifo", "Last in, first out"],
  ["highest-cost", "Highest cost first"],
  ["lowest-cost", "Lowest cost first"],
  ["specific-lots", "Lots named on the sale"],
];

/** Name and cost-basis method of each account. */
export function accountFields(accounts: readonly Account[], changes: AccountChanges): TemplateResult[] {
  return accounts.map(({ id, name, currency, costBasisMethod = "average-cost" }) => {
    const rename = (event: Event): void => changes.rename(id, (event.target as HTMLInputElement).value);
    const choose = (event: Event): void =>
      changes.choose(id, (event.target as HTMLSelectElement).value as CostBasisMethod);
    return html`<div class="fields">
      <label class="field">Name, in ${currency}<input .value=${name} @change=${rename} /></label>
      <label class="field"
        >Sales take
        <select @change=${choose} aria-label=${`What sales of ${name} take`}>
          ${methods.map(
            ([method, text]) => html`<option value=${method} ?selected=${method === costBasisMethod}>${text}</option>`,
          )}
        </select></label
      >
    </div>`;
  });
}
