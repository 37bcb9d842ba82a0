/**
 * A large import was taken for cut off while it was being written: another tab opened the portfolio on a page without
 * locks, or deleted everything.
 *
 * Nothing of it counts. The remedy is to import the file again.
 */
export class CutOffImportError extends Error {
  readonly code: "cut-off-import" = "cut-off-import";

  constructor() {
    super("The import was interrupted by another window, and nothing was taken over. Import the file again.");
    this.name = "CutOffImportError";
  }
}
