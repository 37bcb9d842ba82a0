/**
 * A typed amount as plain decimal text, or undefined when it is none.
 *
 * Point and comma are both understood. Where both stand, the last one is the decimal sign. A sign that stands more than
 * once, or a lone comma before exactly three digits ("1,234"), groups thousands; a lone point is always the decimal sign.
 */
export function readAmount(text: string): string | undefined {
  const compact = text.replace(/[\s'’\u00a0\u202f]/g, "").replace("−", "-");
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(compact)) return undefined;
  const decimalSign = decimalSignOf(compact);
  const plain = Array.from(compact, (char) => (char === decimalSign ? "." : /[.,]/.test(char) ? "" : char)).join("");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? tidied(plain) : undefined;
}

function decimalSignOf(compact: string): "." | "," | undefined {
  const [points, commas] = [compact.split(".").length - 1, compact.split(",").length - 1];
  if (points > 0 && commas > 0) return compact.lastIndexOf(".") > compact.lastIndexOf(",") ? "." : ",";
  if (points === 1) return ".";
  return commas === 1 && !/^-?\d{1,3},\d{3}$/.test(compact) ? "," : undefined;
}

function tidied(plain: string): string {
  return plain.replace(/^(-?)\./, "$10.").replace(/\.$/, "");
}
