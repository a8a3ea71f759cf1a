// Calendar days as fields of forms want them.

/** The day so many months from now, where the reader is: "2027-05-24". The end of a short month does not spill over. */
export function monthsAhead(now: Date, months: number): string {
  const day = new Date(now.getFullYear(), now.getMonth() + months + 1, 0);
  day.setDate(Math.min(now.getDate(), day.getDate()));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
