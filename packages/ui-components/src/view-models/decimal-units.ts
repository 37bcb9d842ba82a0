const digits = 24;

/** A decimal string as an integer of 1e-24 units: exact to compare, fast to sort by. */
export function decimalUnits(text: string): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(`${whole}${fraction.slice(0, digits).padEnd(digits, "0")}`);
}
