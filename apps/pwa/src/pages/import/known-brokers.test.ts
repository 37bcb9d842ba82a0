import { expect, it } from "vitest";
import { brokersOf } from "./known-brokers.ts";

it("names each broker once, the usual ones first, with the files it gives out", () => {
  const formats = [
    "Avanza: transactions",
    "Fidelity: history of all accounts",
    "Fidelity: account history",
    "Questrade: activities",
    "Ghostfolio",
  ];
  expect(brokersOf(formats)).toEqual([
    { name: "Questrade", files: ["activities"] },
    { name: "Fidelity", files: ["history of all accounts", "account history"] },
    { name: "Avanza", files: ["transactions"] },
    { name: "Ghostfolio", files: [] },
  ]);
  expect(brokersOf([])).toEqual([]);
});
