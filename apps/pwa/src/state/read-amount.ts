/**
 * A typed amount as plain decimal text, or undefined when it is none.
 *
 * Point and comma are both understood: the last of them is the decimal sign, unless it groups thousands ("1,234" and
 * "1.234.567" are whole numbers).
 */
export function readAmount(text: string): string | undefined {
  const compact = text.replace(/[\s'’\u00a0\u202f]/g, "").replace("−", "-");
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(compact)) return undefined;
  const last = Math.max(compact.lastIndexOf("."), compact.lastIndexOf(","));
  if (last < 0) return compact;
  const sign = compact[last]!;
  const other = sign === "." ? "," : ".";
  const isRepeated = compact.indexOf(sign) !== last;
  const groupsThousands = isRepeated || (sign === "," && !compact.includes(other) && /^-?\d{1,3},\d{3}$/.test(compact));
  const plain = groupsThousands ? compact.replaceAll(sign, "") : `${compact.slice(0, last).replaceAll(other, "").replaceAll(sign, "")}.${compact.slice(last + 1)}`;
  const tidy = plain.replace(other, "");
  return /^-?\d*\.?\d+$/.test(tidy) ? tidy.replace(/^(-?)\./, "$10.") : undefined;
}
