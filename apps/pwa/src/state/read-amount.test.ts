import { expect, test } from "vitest";
import { readAmount } from "./read-amount.ts";
import { writeAmount } from "./write-amount.ts";

test.each([
  ["en-CA", "1234.56", "1234.56"],
  ["en-CA", "1234,56", "1234.56"],
  ["en-CA", "150,50", "150.50"],
  ["en-CA", "1,23", "1.23"],
  ["en-CA", "1,234.56", "1234.56"],
  ["en-CA", "1.234,56", "1234.56"],
  ["en-CA", "1 234,5", "1234.5"],
  ["en-CA", "0'000.50", "0000.50"],
  ["en-CA", "1,234", "1234"],
  ["en-CA", "1.234", "1.234"],
  ["en-CA", "0,125", "0.125"],
  ["en-CA", "1.234.567", "1234567"],
  ["en-CA", "1,234,567", "1234567"],
  ["en-CA", "1,234,567.8", "1234567.8"],
  ["en-IN", "12,34,567.8", "1234567.8"],
  ["en-CA", ".5", "0.5"],
  ["en-CA", "-,5", "-0.5"],
  ["en-CA", "−12", "-12"],
  ["en-CA", "7.", "7"],
  ["en-CA", "0.01525217", "0.01525217"],
  ["de-DE", "1,234", "1.234"],
  ["de-DE", "1.234", "1234"],
  ["de-DE", "1.23", "1.23"],
  ["de-DE", "0.125", "0.125"],
  ["de-DE", "1.234,56", "1234.56"],
  ["de-DE", "1,234.56", "1234.56"],
  ["de-DE", "1234,567", "1234.567"],
  ["fr-FR", "1\u202f234,56", "1234.56"],
  ["fr-FR", "1 234,567", "1234.567"],
  ["fr-FR", "1,234", "1.234"],
  ["fr-FR", "12.5", "12.5"],
  ["fr-FR", "1.234.567", "1234567"],
  ["de-CH", "1’234.56", "1234.56"],
  ["de-CH", "1'234'567", "1234567"],
  ["de-CH", "1.234", "1.234"],
  ["de-CH", "12,50", "12.50"],
])("in %s, %s is read as %s", (locale, typed, read) => {
  expect(readAmount(typed, locale)).toBe(read);
});

test.each([
  ["en-CA", "1234,567"],
  ["de-DE", "1234.567"],
  ["fr-FR", "1.234"],
  ["de-CH", "1,234"],
])("in %s, %s could be meant in two ways and is refused", (locale, typed) => {
  expect(readAmount(typed, locale)).toBeUndefined();
});

test.each(["", "abc", "1e5", "=1+1", "--5", "1-2", ".", ",", "12 USD", "1 2", "1,2,3", "1.2.3,4", "1,23.45.6"])(
  "%s is no amount",
  (typed) => {
    for (const locale of ["en-CA", "de-DE", "fr-FR", "de-CH"]) expect(readAmount(typed, locale)).toBeUndefined();
  },
);

test("what a field shows is read back digit for digit", () => {
  for (const locale of ["en-CA", "de-DE", "fr-FR", "de-CH", "en-IN", "pl-PL", "ar-EG"])
    for (const decimal of ["1.234", "0.001", "1234.567", "1234567.000000000123456789", "-0.5", "7"])
      expect(readAmount(writeAmount(decimal, locale), locale), `${decimal} in ${locale}`).toBe(decimal);
});
