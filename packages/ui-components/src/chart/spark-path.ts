/**
 * Path of a small line through the values, in a box of the given size; a value that is not finite breaks the line.
 *
 * Shape: values oldest first. Fewer than two known values give no path.
 */
export function sparkPath(values: ArrayLike<number>, width: number, height: number): string {
  const known = Array.from(values).filter(Number.isFinite);
  if (known.length < 2) return "";
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const step = width / Math.max(1, values.length - 1);
  let path = "";
  let pen = "M";
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      pen = "M";
      continue;
    }
    const y = span === 0 ? height / 2 : height - ((value - low) / span) * height;
    path += `${pen}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
    pen = "L";
  }
  return path;
}
