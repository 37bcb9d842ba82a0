// Runs in a worker: a second tab of the same portfolio, as far as the database can tell.
import type { Transaction } from "@portfolio/core";
import { openPortfolioDatabase } from "../src/database/portfolio-database.ts";
import { transactionRepository } from "../src/transactions/transaction-repository.ts";

addEventListener("message", ({ data }: MessageEvent<{ name: string; transactions: Transaction[] }>) => {
  void openPortfolioDatabase(data.name).then(async (database) => {
    for (const transaction of data.transactions) await transactionRepository(database).add([transaction]);
    database.close();
    postMessage("done");
  });
});
