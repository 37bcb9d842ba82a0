const formats = new Map<string, Intl.NumberFormat>();

/** A shared `Intl.NumberFormat`: making one costs more than using it a hundred times. Rounds half to even. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { roundingMode: "halfEven", ...options });
    formats.set(key, format);
  }
  return format;
}
