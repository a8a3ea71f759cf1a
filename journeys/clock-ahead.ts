// Preloaded into a server whose day should begin at another time: the clock runs CLOCK_AHEAD milliseconds ahead. Pictures are made so, and stories in which time passes.
const ahead = Number(process.env.CLOCK_AHEAD ?? 0);
const now = () => RealDate.now() + ahead;
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (date, given: unknown[], made) =>
    Reflect.construct(date, given.length > 0 ? given : [now()], made) as Date,
  apply: () => new RealDate(now()).toString(),
  get: (date, key) => (key === 'now' ? now : (Reflect.get(date, key) as unknown)),
});
