/** Stands for every hidden amount or quantity; always of the same length, so that it tells nothing. */
export const mask = "••••••";
