import type { PlainDate } from "../calendar/plain-date.ts";
import type { DeliveryFlowAt } from "../cash-flows/cash-flow.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { AccountId } from "../transactions/account.ts";

/** What an explanation may be told besides the ledger: names for its labels, and where prices came from. */
export interface ExplainOptions {
  /** How an instrument is called. Default: its id. */
  readonly nameOf?: (instrument: InstrumentId) => string;
  /** How an account is called. Default: its id. */
  readonly accountNameOf?: (account: AccountId) => string;
  /** Where the close of a day was got ("yahoo", "manual"); undefined when that is not known. */
  readonly priceOriginOf?: (instrument: InstrumentId, date: PlainDate) => string | undefined;
  /** What the flow of a delivery is worth, for `netContribution`. Default: its market value. */
  readonly deliveryFlowAt?: DeliveryFlowAt;
}
