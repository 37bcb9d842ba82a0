import { close } from "./close.ts";
import { lot } from "../lots/lot.ts";
export const quote: unknown = [close, lot];
