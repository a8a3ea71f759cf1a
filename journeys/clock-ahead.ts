// Preloaded into a server whose day should begin at another time, or pass faster: the clock runs CLOCK_AHEAD milliseconds ahead, and
// CLOCK_PACE times as fast. Pictures are made so, and stories in which time passes.
const ahead = Number(process.env.CLOCK_AHEAD ?? 0);
const pace = Number(process.env.CLOCK_PACE ?? 1);
const RealDate = Date;
const began = RealDate.now();
const now = () => Math.floor(began + (RealDate.now() - began) * pace + ahead);

globalThis.Date = new Proxy(RealDate, {
  construct: (date, given: unknown[], made) =>
    Reflect.construct(date, given.length > 0 ? given : [now()], made) as Date,
  apply: () => new RealDate(now()).toString(),
  get: (date, key) => (key === 'now' ? now : (Reflect.get(date, key) as unknown)),
});
