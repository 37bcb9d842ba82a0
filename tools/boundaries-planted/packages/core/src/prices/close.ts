import { quote } from "./quote.ts";
export const close: unknown = quote;
