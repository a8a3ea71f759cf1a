// Which sums an ended promise goes into: pure. It is counted for its team, for its service, and for the team that was promised to.
import type { MissReason, PromiseOutcome } from '../../contract/promises.ts';
import { dateIn } from '../platform/working-time.ts';
import { bucketOf, nothing, type Counts } from './figures.rules.ts';
import { kinds, periodOf, type Kind } from './periods.rules.ts';

export type Counted = {
  team: string;
  service: string | null;
  askingTeam: string | null;
  promiser: string;
  outcome: PromiseOutcome;
  reason: MissReason | null;
  endedAt: Date;
  private: boolean;
};

/** Stands for no service, and for no team. */
export const none = '00000000-0000-0000-0000-000000000000';

export type Key = { team_id: string; kind: Kind; period: string; about: string; private: boolean };
export type Tallies = {
  tallies: (Key & Counts)[];
  shares: (Key & { promiser_id: string; total: number })[];
  reasons: (Key & { miss_reason: MissReason; total: number })[];
};

/** What promises add to the sums; in one order, so that two who add at once never wait for each other in a ring. `zones`: of the teams. */
export function talliesOf(promises: readonly Counted[], zones: ReadonlyMap<string, string>): Tallies {
  const tallies = new Map<string, Tallies['tallies'][number]>();
  const shares = new Map<string, Tallies['shares'][number]>();
  const reasons = new Map<string, Tallies['reasons'][number]>();
  for (const promise of promises) {
    const bucket = bucketOf[promise.outcome];
    if (!bucket) continue;
    const date = dateIn(zones.get(promise.team) ?? 'UTC', promise.endedAt);
    for (const kind of kinds) {
      const key: Key = {
        team_id: promise.team,
        kind,
        period: periodOf(kind, date),
        about: aboutOf(kind, promise),
        private: promise.private,
      };
      const name = Object.values(key).join(' ');
      found(tallies, name, () => ({ ...key, ...nothing }))[bucket] += 1;
      found(shares, `${name} ${promise.promiser}`, () => ({
        ...key,
        promiser_id: promise.promiser,
        total: 0,
      })).total += 1;
      const { reason } = promise;
      if (reason && kind !== 'pair' && (bucket === 'missed' || bucket === 'repaired'))
        found(reasons, `${name} ${reason}`, () => ({ ...key, miss_reason: reason, total: 0 })).total += 1;
    }
  }
  return { tallies: inOrder(tallies), shares: inOrder(shares), reasons: inOrder(reasons) };
}

const aboutOf = (kind: Kind, { team, service, askingTeam }: Counted): string =>
  kind === 'team' ? team : ((kind === 'service' ? service : askingTeam) ?? none);

function found<Row>(rows: Map<string, Row>, name: string, make: () => Row): Row {
  const row = rows.get(name) ?? make();
  rows.set(name, row);
  return row;
}

const inOrder = <Row>(rows: ReadonlyMap<string, Row>): Row[] =>
  [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
