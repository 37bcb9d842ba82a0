import { isPlainDate } from "@portfolio/core";
import { validateTransaction } from "@portfolio/core/intake";
import type { PortfolioContent } from "@portfolio/storage";
import { exportedSettings, exportFormat } from "./export-format.ts";
import { isPriceText } from "./price-text.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads an export back, checked to the last reference: what cannot be stored whole is refused whole.
 *
 * @throws an Error that names the place in the file: "transactions[3].instrument ..."
 */
export function restoreExport(text: string): PortfolioContent {
  const file = parsed(text);
  if (file["format"] !== exportFormat)
    throw new Error(
      `The file has the format "${String(file["format"])}", not "${exportFormat}". Choose an export of this app; a newer one needs the newest version.`,
    );
  const accounts = list(file, "accounts");
  const instruments = list(file, "instruments");
  const imports = list(file, "imports");
  const manualPrices = list(file, "manualPrices");
  const transactions = list(file, "transactions");
  const known = {
    accounts: identified("accounts", accounts, ["name", "currency"]),
    instruments: identified("instruments", instruments, ["name", "currency"]),
    imports: identified("imports", imports, ["fileName", "format", "importedAt"]),
  };
  accounts.forEach((account, i) => checkAccount(account, `accounts[${i}]`));
  instruments.forEach(({ tags }, i) => checkTexts(tags, `instruments[${i}].tags`));
  imports.forEach((batch, i) => checkImport(batch, `imports[${i}]`));
  const priced = new Set<string>();
  manualPrices.forEach((price, i) => checkPrice(price, `manualPrices[${i}]`, known.instruments, priced));
  identified("transactions", transactions, []);
  const sequences = new Set<unknown>();
  transactions.forEach((row, i) => checkTransaction(row, `transactions[${i}]`, known, sequences));
  const plans = Object.fromEntries(planNames.map((name) => [name, optionalList(file, name)]));
  const content: unknown = {
    accounts,
    instruments,
    imports,
    manualPrices,
    ...plans,
    transactions,
    settings: settingsOf(file["settings"]),
  };
  return content as PortfolioContent;
}

function parsed(text: string): Fields {
  try {
    const content: unknown = JSON.parse(text);
    if (isFields(content)) return content;
  } catch (error) {
    throw new Error(`The file is not readable as JSON (${String(error)}). Choose the export file itself.`, {
      cause: error,
    });
  }
  throw new Error("The file holds no portfolio. Choose a file that this app has exported.");
}

/** What a person plans and notes: exports of the time before have none of it. */
const planNames = ["taxonomies", "targetAllocations", "goals", "notes", "watchlist"];

function optionalList(file: Fields, name: string): Fields[] {
  if (file[name] === undefined) return [];
  const items = list(file, name);
  const key = name === "watchlist" ? "instrumentId" : "id";
  const ids = new Set(items.map((item) => item[key]));
  items.forEach((item, i) => {
    if (typeof item[key] !== "string" || item[key] === "") throw fault(`${name}[${i}].${key}`, "is missing");
  });
  if (ids.size < items.length) throw fault(name, "holds something twice");
  return items;
}

function list(file: Fields, name: string): Fields[] {
  const items = file[name];
  if (!Array.isArray(items)) throw fault(name, "is not a list");
  items.forEach((item, i) => {
    if (!isFields(item)) throw fault(`${name}[${i}]`, "is not an entry");
  });
  return items as Fields[];
}

/** Checks ids and texts of a list; answers the ids. */
function identified(name: string, items: readonly Fields[], texts: readonly string[]): Set<unknown> {
  const ids = new Set<unknown>();
  items.forEach((item, i) => {
    for (const field of ["id", ...texts])
      if (typeof item[field] !== "string" || item[field] === "") throw fault(`${name}[${i}].${field}`, "is missing");
    if (ids.has(item["id"])) throw fault(`${name}[${i}].id`, `"${String(item["id"])}" is there twice`);
    ids.add(item["id"]);
  });
  return ids;
}

function checkAccount({ externalIds, tags }: Fields, place: string): void {
  checkTexts(externalIds, `${place}.externalIds`);
  checkTexts(tags, `${place}.tags`);
}

function checkTexts(texts: unknown, place: string): void {
  if (texts !== undefined && !isTextList(texts)) throw fault(place, "is not a list of texts");
}

function checkImport(batch: Fields, place: string): void {
  for (const field of ["accountIds", "instrumentIds"])
    if (!isTextList(batch[field])) throw fault(`${place}.${field}`, "is not a list of texts");
  for (const field of ["transactionCount", "skippedCount"])
    if (!isCount(batch[field])) throw fault(`${place}.${field}`, "is not a count");
}

function checkPrice(price: Fields, place: string, instruments: ReadonlySet<unknown>, seen: Set<string>): void {
  const { instrumentId, date, close, origin } = price;
  if (!instruments.has(instrumentId)) throw unknownReference(`${place}.instrumentId`, instrumentId);
  if (typeof date !== "string" || !isPlainDate(date)) throw fault(`${place}.date`, `"${String(date)}" is not a date`);
  if (typeof close !== "string" || !isPriceText(close))
    throw fault(`${place}.close`, `"${String(close)}" is not a price`);
  if (origin !== undefined && origin !== "trade") throw fault(`${place}.origin`, "is not known");
  const key = `${String(instrumentId)} ${date}`;
  if (seen.has(key)) throw fault(place, "is there twice");
  seen.add(key);
}

interface KnownIds {
  readonly accounts: ReadonlySet<unknown>;
  readonly instruments: ReadonlySet<unknown>;
  readonly imports: ReadonlySet<unknown>;
}

function checkTransaction(row: Fields, place: string, known: KnownIds, sequences: Set<unknown>): void {
  const wrong = validateTransaction(row);
  if (wrong !== undefined) throw new Error(`${place}.${wrong.field}: ${wrong.message} Nothing was restored.`);
  const { sequence, account, instrument, toInstrument, batchId, importKey } = row;
  if (!isCount(sequence)) throw fault(`${place}.sequence`, "is not a place in the order of entry");
  if (sequences.has(sequence)) throw fault(`${place}.sequence`, `${String(sequence)} is there twice`);
  sequences.add(sequence);
  if (!known.accounts.has(account)) throw unknownReference(`${place}.account`, account);
  for (const [field, id] of Object.entries({ instrument, toInstrument }))
    if (id !== undefined && !known.instruments.has(id)) throw unknownReference(`${place}.${field}`, id);
  if (batchId !== undefined && !known.imports.has(batchId)) throw unknownReference(`${place}.batchId`, batchId);
  if (importKey !== undefined && typeof importKey !== "string") throw fault(`${place}.importKey`, "is not a text");
}

/** Exports of the first version had no settings; unknown ones are left where they are. */
function settingsOf(settings: unknown): Fields {
  if (settings === undefined) return {};
  if (!isFields(settings)) throw fault("settings", "is not an entry");
  const { baseCurrency, riskFreeRate } = settings;
  if (baseCurrency !== undefined && (typeof baseCurrency !== "string" || baseCurrency === ""))
    throw fault("settings.baseCurrency", "is not a currency");
  if (riskFreeRate !== undefined && !Number.isFinite(riskFreeRate))
    throw fault("settings.riskFreeRate", "is not a number");
  return Object.fromEntries(Object.entries(settings).filter(([name]) => exportedSettings.includes(name)));
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function fault(place: string, what: string): Error {
  return new Error(`${place} ${what}, so nothing was restored. Correct the file or choose another export.`);
}

function unknownReference(place: string, id: unknown): Error {
  return fault(place, `"${String(id)}" names what the file does not hold`);
}
