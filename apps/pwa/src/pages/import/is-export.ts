/** Whether a file is an export of this app by its name or type: it is restored, not read as rows. */
export function isExport({ name, type }: Pick<File, "name" | "type">): boolean {
  return /\.json$/i.test(name) || type === "application/json";
}
