/**
 * A Date whose local parts are its UTC parts, so that date-fns counts in calendar dates: some zones have no 30 December
 * 2011, and midnight is missing on days when clocks change. date-fns makes its
 * results with the constructor of what it is given. Used inside `calendar/` alone.
 */
export class UtcDate extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getDay(): number {
    return this.getUTCDay();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override setFullYear(year: number, month?: number, day?: number): number {
    return month === undefined ? this.setUTCFullYear(year) : this.setUTCFullYear(year, month, day ?? this.getUTCDate());
  }
  override setMonth(month: number, day?: number): number {
    return day === undefined ? this.setUTCMonth(month) : this.setUTCMonth(month, day);
  }
  override setDate(day: number): number {
    return this.setUTCDate(day);
  }
  override setHours(hours: number, minutes = 0, seconds = 0, milliseconds = 0): number {
    return this.setUTCHours(hours, minutes, seconds, milliseconds);
  }
}
