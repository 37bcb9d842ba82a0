import type { BrokerFormat } from "./broker-format.ts";
import { avanza } from "./avanza/avanza.ts";
import { bux } from "./bux/bux.ts";
import { charlesSchwabBrokerage } from "./charles-schwab/brokerage.ts";
import { comdirect } from "./comdirect/comdirect.ts";
import { commsecTrades } from "./commsec/trades.ts";
import { commsec } from "./commsec/transactions.ts";
import { degiroTransactions } from "./degiro/degiro-transactions.ts";
import { degiro } from "./degiro/degiro.ts";
import { directa } from "./directa/directa.ts";
import { disnat } from "./disnat/disnat.ts";
import { etoro } from "./etoro/etoro.ts";
import { etradeActivity } from "./etrade/etrade-activity.ts";
import { etrade } from "./etrade/etrade.ts";
import { fidelityAllAccounts } from "./fidelity/all-accounts.ts";
import { fidelityHistory } from "./fidelity/history.ts";
import { finpension } from "./finpension/finpension.ts";
import { freetrade } from "./freetrade/freetrade.ts";
import { hargreavesLansdown } from "./hargreaves-lansdown/hargreaves-lansdown.ts";
import { interactiveBrokersActivityStatement } from "./interactive-brokers/activity-statement.ts";
import { interactiveBrokersFlexCash } from "./interactive-brokers/flex-cash.ts";
import { interactiveBrokersFlexTrades } from "./interactive-brokers/flex-trades.ts";
import { interactiveBrokersTransactionHistory } from "./interactive-brokers/transaction-history.ts";
import { investengine } from "./investengine/investengine.ts";
import { morganStanleyStockPlan } from "./morgan-stanley/stock-plan.ts";
import { questrade } from "./questrade/questrade.ts";
import { rabobank } from "./rabobank/rabobank.ts";
import { rbcDirectInvesting } from "./rbc/direct-investing.ts";
import { revolutCrypto } from "./revolut/crypto.ts";
import { revolutTrading } from "./revolut/trading.ts";
import { robinhood } from "./robinhood/robinhood.ts";
import { scalableCapital } from "./scalable-capital/scalable-capital.ts";
import { sharesies } from "./sharesies/sharesies.ts";
import { swissquote } from "./swissquote/swissquote.ts";
import { tdWebbroker } from "./td-webbroker/td-webbroker.ts";
import { tradeRepublicPytr } from "./trade-republic/pytr.ts";
import { tradeRepublic } from "./trade-republic/trade-republic.ts";
import { trading212 } from "./trading-212/trading-212.ts";
import { vanguardUk } from "./vanguard/uk.ts";
import { vanguardUs } from "./vanguard/us.ts";
import { wealthsimpleActivities } from "./wealthsimple/activities.ts";
import { wealthsimpleStatement } from "./wealthsimple/statement.ts";
import { webullOrders } from "./webull/orders.ts";
import { zerodhaTradebook } from "./zerodha/tradebook.ts";
import { coinbase } from "./coinbase/coinbase.ts";
import { portfolioPerformanceTransactions } from "./portfolio-performance/transactions.ts";
import { yahooFinancePortfolio } from "./yahoo-finance/portfolio.ts";
import { wealthfolioActivities } from "./wealthfolio/activities.ts";
import { krakenTrades } from "./kraken/trades.ts";
import { krakenLedgers } from "./kraken/ledgers.ts";
import { bitvavo } from "./bitvavo/bitvavo.ts";
import { cryptoCom } from "./crypto-com/app.ts";
import { relai } from "./relai/relai.ts";
import { parqet } from "./parqet/parqet.ts";
import { ghostfolioCsv } from "./ghostfolio/activities.ts";
import { coinbasePro } from "./coinbase-pro/account.ts";

/** Every broker format we read. No file fits two of them, so their order means nothing. */
export const allBrokerFormats: readonly BrokerFormat[] = [
  avanza,
  bux,
  charlesSchwabBrokerage,
  comdirect,
  commsecTrades,
  commsec,
  degiroTransactions,
  degiro,
  directa,
  disnat,
  etoro,
  etradeActivity,
  etrade,
  fidelityAllAccounts,
  fidelityHistory,
  finpension,
  freetrade,
  hargreavesLansdown,
  interactiveBrokersActivityStatement,
  interactiveBrokersFlexCash,
  interactiveBrokersFlexTrades,
  interactiveBrokersTransactionHistory,
  investengine,
  morganStanleyStockPlan,
  questrade,
  rabobank,
  rbcDirectInvesting,
  revolutCrypto,
  revolutTrading,
  robinhood,
  scalableCapital,
  sharesies,
  swissquote,
  tdWebbroker,
  tradeRepublicPytr,
  tradeRepublic,
  trading212,
  vanguardUk,
  vanguardUs,
  wealthsimpleActivities,
  wealthsimpleStatement,
  webullOrders,
  zerodhaTradebook,
  coinbase,
  portfolioPerformanceTransactions,
  yahooFinancePortfolio,
  wealthfolioActivities,
  krakenTrades,
  krakenLedgers,
  bitvavo,
  cryptoCom,
  relai,
  parqet,
  ghostfolioCsv,
  coinbasePro,
];
