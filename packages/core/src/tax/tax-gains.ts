import type { PlainDate } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Issue } from "../outcome/issue.ts";
import type { AccountId, CostBasisMethod } from "../transactions/account.ts";
import type { TransactionId } from "../transactions/transaction.ts";

/** A tax rule by its jurisdiction, or the cost-basis method of each account. */
export type TaxRule = "uk-section-104" | "ca-superficial-loss" | "us-wash-sale" | "de-fifo" | "own-method";

/** What a part of a disposal was matched with. `capital-return` is capital paid back above the cost. */
export type MatchRule = CostBasisMethod | "same-day" | "30-days" | "section-104" | "capital-return";

/** Whether units were held for more than a year (United States). */
export type HoldingPeriod = "short-term" | "long-term";

/** Units bought in place of those that were sold at a loss, and the part of the loss they take over. */
export interface Replacement {
  readonly transaction: TransactionId;
  readonly acquired: PlainDate;
  readonly quantity: Decimal;
  readonly deniedLoss: Decimal;
  /** Bought in a registered account: the loss is gone for good. */
  readonly isLost: boolean;
}

/** The part of a disposal that one acquisition or pool covers. Quantity as on the day of the disposal. */
export interface GainMatch {
  readonly rule: MatchRule;
  /** The acquisition, where the rule keeps them apart; a pool has none. */
  readonly transactions: readonly TransactionId[];
  readonly acquired: PlainDate | undefined;
  /** From which day the holding period counts: that of the units a wash sale replaced, else `acquired`. */
  readonly heldSince: PlainDate | undefined;
  readonly quantity: Decimal;
  readonly cost: Decimal;
  readonly proceeds: Decimal;
  readonly gain: Decimal;
  /** The part of a loss that does not count now; 0 or more. */
  readonly deniedLoss: Decimal;
  readonly holdingPeriod: HoldingPeriod | undefined;
  readonly replacements: readonly Replacement[];
}

/**
 * A disposal as a tax rule sees it, with what covered it. gain = proceeds - cost; recognizedGain = gain + deniedLoss.
 *
 * Several transactions where the rule makes one disposal of a day's sales (United Kingdom). A quantity of 0 is capital
 * paid back above the cost.
 */
export interface GainDisposal {
  readonly instrument: InstrumentId;
  readonly transactions: readonly TransactionId[];
  readonly accounts: readonly AccountId[];
  readonly date: PlainDate;
  readonly quantity: Decimal;
  readonly proceeds: Decimal;
  readonly cost: Decimal;
  readonly gain: Decimal;
  readonly deniedLoss: Decimal;
  readonly recognizedGain: Decimal;
  readonly matches: readonly GainMatch[];
}

/** The disposals of one instrument by a tax rule, and what is held after all rows. Amounts in the tax currency. */
export interface TaxGains {
  readonly rule: TaxRule;
  readonly instrument: InstrumentId | undefined;
  readonly disposals: readonly GainDisposal[];
  /** Units held at the end, as counted then. */
  readonly quantity: Decimal;
  /** Their cost, denied losses that joined it included. */
  readonly cost: Decimal;
  readonly issues: readonly Issue[];
}
