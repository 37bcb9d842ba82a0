/**
 * The database on this device was written by a newer version of the app than the one that opens it.
 *
 * It was not touched. The remedy is to load the newest version of the app; never to delete the database.
 */
export class NewerDatabaseError extends Error {
  readonly code: "newer-database" = "newer-database";
  readonly detail: Readonly<{ name: string }>;

  constructor(name: string) {
    super(
      `The database "${name}" was written by a newer version of the app. Nothing was changed. Reload to get the newest version.`,
    );
    this.name = "NewerDatabaseError";
    this.detail = { name };
  }
}
