import { close } from "../../../core/src/prices/close.ts";
export const card: unknown = close;
