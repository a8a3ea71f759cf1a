// Which services are needed along with which, judged from counts: pure. The counting: learning.queries.ts.
import { fewest as fewestToTell } from './rules.ts';

/** What is counted, and what is worth saying. */
export const method = {
  /** Days after the ask within which the other one counts. */
  days: 14,
  /** How far back history is looked at. */
  history: 730,
  /** People who asked for a service before anything is learned of it; those who asked for the other one, too. */
  people: 20,
  hits: 5,
  /** One in five: less often, an offer is a bother. */
  share: 0.2,
  /** The lower bound of the lift. */
  lift: 1.5,
  /** The chance that anything at all is said in a company where nothing belongs together. */
  alpha: 0.05,
};

/** An ordered pair of services, by people who asked for the first one; each counts once, with their first ask of it. */
export type Counted = {
  service: string;
  needed: string;
  /** People who asked for the service and whose days since are over. */
  asked: number;
  /** Those of them who asked for the other one within the days after. */
  hits: number;
  /** How many would have, had they been like those who asked for other services: same quarter, same number of asks. */
  likeOthers: number;
  /** On how many such cases among the others that rests, and what one more of them would add. */
  othersHits: number;
  perHit: number;
  /** How many would have, had they asked for it as often as they do over all their own time. */
  likeThemselves: number;
};
export type Learned = { service: string; needed: string; asked: number; hits: number; byChance: number; lift: number };

/**
 * What is shown of `pairs`, all counted together; `tested` is how many pairs had enough people to be looked at, whatever came of them.
 *
 * The share of those who asked for the second service is held against two chances, because each is blind where the other one sees.
 * (1) Others: people who asked for something else in the same quarter and ask about as much; this cancels seasons, busy weeks (a window
 * always begins with an ask) and heavy askers. (2) Themselves: how often the same people ask for it at any time; this cancels what
 * their kind of work needs anyway. Of each the lift is (lower bound of the share) / (upper bound of the chance), and the smaller one counts.
 *
 * Bounds are exact: the share's is Clopper and Pearson's (Biometrika 26, 1934, 404-413), which also holds when people differ in their
 * chances (Hoeffding, Annals of Mathematical Statistics 27, 1956, 713-721); the others' cases have Garwood's (Biometrika 28, 1936,
 * 437-442). Bonferroni over all tested pairs makes them hold all at once (Dunn, JASA 56, 1961, 52-64): where nothing belongs together
 * the chance that one pair anywhere is shown is at most `alpha`. Both chances must be beaten, so the two need no further correction.
 */
export function learn(pairs: readonly Counted[], tested: number): Learned[] {
  const alpha = method.alpha / Math.max(1, tested);
  return pairs.flatMap((pair) => {
    const { service, needed, asked, hits } = pair;
    if (asked < method.people || hits < method.hits || hits < asked * method.share) return [];
    const others =
      (asked * lowestShare(hits, asked, alpha / 2)) / (mostCases(pair.othersHits, alpha / 2) * pair.perHit);
    const own = (asked * lowestShare(hits, asked, alpha)) / pair.likeThemselves;
    const lift = Math.min(others, own);
    const byChance = Math.max(pair.likeOthers, pair.likeThemselves);
    return lift > method.lift ? [{ service, needed, asked, hits, byChance, lift }] : [];
  });
}

/** The smallest share under which `hits` of `total` or more would still happen once in 1/`alpha` times. */
export function lowestShare(hits: number, total: number, alpha: number): number {
  if (hits === 0) return 0;
  return bisect(0, hits / total, (share) => atLeast(hits, total, share) > alpha);
}

/** The largest mean under which `cases` or fewer would still happen once in 1/`alpha` times. */
export function mostCases(cases: number, alpha: number): number {
  const top = cases + 10 * Math.sqrt(cases + 1) + 4 * Math.log(1 / alpha);
  return bisect(cases, top, (mean) => atMost(cases, mean) < alpha);
}

/** The least number between `low` and `high` where `holds` begins to; it never ends to hold from there on. */
function bisect(low: number, high: number, holds: (at: number) => boolean): number {
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** P(X ≥ hits) of a binomial. */
function atLeast(hits: number, total: number, share: number): number {
  if (share <= 0) return 0;
  let term = logChoose(total, hits) + hits * Math.log(share) + (total - hits) * Math.log1p(-share);
  let sum = 0;
  for (let k = hits; k <= total; k += 1) {
    sum += Math.exp(term);
    term += Math.log((total - k) / (k + 1)) + Math.log(share) - Math.log1p(-share);
  }
  return Math.min(1, sum);
}

/** P(X ≤ cases) of a Poisson. */
function atMost(cases: number, mean: number): number {
  let term = -mean;
  let sum = 0;
  for (let k = 0; k <= cases; k += 1) {
    sum += Math.exp(term);
    term += Math.log(mean) - Math.log(k + 1);
  }
  return Math.min(1, sum);
}

function logChoose(total: number, chosen: number): number {
  let sum = 0;
  for (let k = 1; k <= chosen; k += 1) sum += Math.log((total - chosen + k) / k);
  return sum;
}

/**
 * What is kept of what was shown before: counts move on only once five more people are among them (or fewer), so that nobody who asked
 * yesterday is seen in the difference. What is no longer learned is gone at once.
 */
export const published = (before: ReadonlyMap<string, Learned>, learned: readonly Learned[]): Learned[] =>
  learned.map((now) => {
    const then = before.get(pairOf(now));
    return then && Math.abs(now.asked - then.asked) < fewestToTell ? then : now;
  });

export const pairOf = ({ service, needed }: Pick<Learned, 'service' | 'needed'>): string => `${service} ${needed}`;
