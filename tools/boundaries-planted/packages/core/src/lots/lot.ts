import { close } from "../prices/close.ts";
import { addDays } from "date-fns";
export const lot: unknown = [close, addDays];
