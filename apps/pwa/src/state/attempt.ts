/** How a write ended: with its answer, or with a sentence that says what could not be done and why. */
export type Attempt<Answer> =
  | { readonly answer: Answer; readonly failure?: undefined }
  | { readonly failure: string; readonly answer?: undefined };

/**
 * Runs a write; a rejected one becomes a sentence to show beside it, so that no failure passes unseen.
 *
 * `what` names what could not be done ("The price could not be saved"). It promises nothing about what was changed
 * before the failure; a caller that knows adds it.
 */
export async function attempt<Answer>(what: string, write: () => Promise<Answer> | Answer): Promise<Attempt<Answer>> {
  try {
    return { answer: await write() };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).trim();
    return {
      failure: reason === "" ? `${what}. Try again.` : `${what}: ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`,
    };
  }
}
