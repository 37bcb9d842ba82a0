/** What a row of DEGIRO's account statement is, told by its description in the languages of its site. */
export type DegiroRowType =
  | "ignored"
  | "dividend"
  | "dividend-tax"
  | "exchange"
  | "trade-fee"
  | "fee"
  | "courtesy"
  | "interest"
  | "withdrawal"
  | "deposit";

interface Wording {
  readonly type: DegiroRowType;
  readonly pattern: RegExp;
}

/** In order: the first that fits counts. */
const wordings: readonly Wording[] = [
  {
    type: "ignored",
    pattern: /cash sweep|^overboeking|^reserv(ation|ering|ierung|a )|^transfer (to|from) your cash account/i,
  },
  { type: "ignored", pattern: /^(überweisung (auf|von) ihr geldkonto|transferir (a|de) su cuenta de efectivo)/i },
  { type: "dividend-tax", pattern: /dividendbelasting|dividend tax|dividendensteuer|imp[oô]ts? sur (le )?dividende/i },
  { type: "dividend-tax", pattern: /retenci[oó]n del dividendo|ritenuta sul dividendo|imposto sobre (o )?dividendo/i },
  { type: "dividend", pattern: /^dividend(e|o|i|os|en)?\b/i },
  { type: "exchange", pattern: /valuta (creditering|debitering)|^fx (credit|debit)|cambio de divisa|währungswechsel/i },
  { type: "exchange", pattern: /op[eé]ration de change|^(cr[eé]dito|d[eé]bito|prelievo) .*(divisa|cambio)/i },
  {
    type: "trade-fee",
    pattern: /transactiekosten|kosten van derden|third party fees|transaction fee|courtage|frais de tiers/i,
  },
  {
    type: "trade-fee",
    pattern:
      /transaktionsgeb|transaktionskosten|gebühren dritter|costes? de transacci|costi di transazione|custos de transa/i,
  },
  {
    type: "trade-fee",
    pattern: /stamp duty|transactie?belasting|transaction tax|beurstaks|taxe sur les transactions|transaktionssteuer/i,
  },
  {
    type: "fee",
    pattern: /aansluitingskosten|exchange connection fee|verbindungskosten|coste de conectividad|frais de connexion/i,
  },
  { type: "courtesy", pattern: /degiro courtesy/i },
  { type: "interest", pattern: /flatex interest|\binterest\b|^rente\b|\bzinsen\b|inter[eé]s|int[eé]r[eê]ts/i },
  {
    type: "withdrawal",
    pattern:
      /flatex (terugstorting|withdrawal|auszahlung|retirada)|processed flatex withdrawal|^withdrawal|^terugstorting/i,
  },
  { type: "deposit", pattern: /\bdeposit\b|\bstorting|einzahlung|^ingreso|d[eé]p[oô]t|dep[oó]sito/i },
];

/** The type of a row; undefined when its description is not known. Trades are told by {@link readDegiroTrade}. */
export function degiroRowType(description: string): DegiroRowType | undefined {
  return wordings.find(({ pattern }) => pattern.test(description.trim()))?.type;
}
