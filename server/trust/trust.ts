// Front door of trust: how promises were kept, of oneself, of teams, of services. Nothing here says how somebody else kept theirs.
import type { ServiceTrust, TeamTrust, TrustHides } from '../../contract/trust.ts';
import { plenty } from '../../contract/trust.ts';
import { seenService, serviceRefs } from '../catalog/catalog.ts';
import { ratesShown, team as teamOf, teamRefs } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { memberOf, type Who } from '../platform/who.ts';
import { dateIn } from '../platform/working-time.ts';
import { figureOf, nothing } from './figures.rules.ts';
import { readParts, reasonsWithin } from './parts.ts';
import { endOf, windowOf } from './periods.rules.ts';
import { readReasons, sizesOf } from './queries.ts';
import { refreshTally } from './tally.ts';
import { none } from './tally.rules.ts';
import { readWholes } from './wholes.ts';

export { myTrust } from './own.ts';
export { tallyEnded } from './tally.ts';
export { keptWithin, teamRecords } from './wholes.ts';

/** Members and administrators read what is behind a team's figure; what is private counts for members alone. */
const readsInside = (who: Who, team: string): boolean => memberOf(who, team) || who.administrator;

async function hiddenWhole(db: Db, team: string): Promise<TrustHides> {
  const [shown, sizes] = await Promise.all([ratesShown(db), sizesOf(db, [team])]);
  if (!shown) return 'ratesOff';
  return (sizes.get(team) ?? 0) < plenty.members ? 'smallTeam' : null;
}

/**
 * How a team kept its promises over the last twelve whole months. The rate is for every colleague; stretches, reasons, services and
 * those it promised to are for its members and administrators. Refuses `notFound`.
 */
export async function teamTrust(db: Db, who: Who, id: string, now: Date): Promise<Outcome<TeamTrust>> {
  const team = await teamOf(db, id);
  if (!team) return refused('notFound');
  const today = dateIn(team.zone, now);
  const window = windowOf('team', today);
  const frame = {
    team: { id, name: team.name },
    from: window.from,
    to: endOf('team', window.last),
    figure: null,
    inside: null,
    at: now.toISOString(),
  };
  const [hides] = await Promise.all([hiddenWhole(db, id), refreshTally(db, id)]);
  if (hides) return { ...frame, hides };
  const inside = memberOf(who, id);
  const [wholes, opened] = await Promise.all([
    readWholes(db, new Map([[id, window]]), inside),
    readsInside(who, id)
      ? Promise.all([beside(db, id, inside, today), readReasons(db, { teams: [id], kind: 'team', inside, ...window })])
      : null,
  ]);
  const whole = wholes.get(id);
  const figure = figureOf(whole?.counts ?? nothing);
  const over = (whole?.blocks ?? []).map(({ from, to, cell }) => ({
    from,
    to: endOf('team', to),
    figure: cell && figureOf(cell.counts),
  }));
  return {
    ...frame,
    hides: figure ? null : 'tooFew',
    figure,
    inside: opened && { ...opened[0], over, reasons: reasonsWithin(opened[1], over) },
  };
}

/** A team's services, and the teams that it promised to. */
async function beside(db: Db, team: string, inside: boolean, today: string) {
  const [byService, byPair] = await Promise.all([
    readParts(db, { team, kind: 'service', inside }, today),
    readParts(db, { team, kind: 'pair', inside }, today),
  ]);
  const asking = byPair.map(({ about }) => about);
  const [names, teams, sizes] = await Promise.all([
    serviceRefs(
      db,
      byService.map(({ about }) => about),
    ),
    teamRefs(db, asking),
    sizesOf(db, asking),
  ]);
  return {
    services: byService.map(({ about, figure }) => ({
      service: about === none ? null : { id: about, name: names.get(about)?.name ?? '' },
      figure,
    })),
    pairs: byPair.flatMap(({ about, figure }) => {
      const ref = teams.get(about);
      return ref && (sizes.get(about) ?? 0) >= plenty.members ? [{ team: ref, figure }] : [];
    }),
  };
}

/** How the promises of a service were kept, for whoever may see it. Refuses `notFound`. */
export async function serviceTrust(db: Db, who: Who, id: string, now: Date): Promise<Outcome<ServiceTrust>> {
  const service = await seenService(db, who, id);
  if (isRefused(service)) return service;
  const team = await teamOf(db, service.team.id);
  if (!team) return refused('notFound');
  const today = dateIn(team.zone, now);
  const window = windowOf('service', today);
  const frame = {
    service: { id, name: service.name },
    team: { id: team.id, name: team.name },
    from: window.from,
    to: endOf('service', window.last),
    figure: null,
    over: [],
    reasons: [],
    at: now.toISOString(),
  };
  const hides = await hiddenWhole(db, team.id);
  if (hides) return { ...frame, hides };
  await refreshTally(db, team.id);
  const reading = { kind: 'service', inside: memberOf(who, team.id) } as const;
  const part = (await readParts(db, { ...reading, team: team.id }, today)).find(({ about }) => about === id);
  if (!part) return { ...frame, hides: 'tooFew' };
  const reasons = readsInside(who, team.id)
    ? (await readReasons(db, { ...reading, teams: [team.id], ...window })).filter(({ about }) => about === id)
    : [];
  return { ...frame, hides: null, figure: part.figure, over: part.over, reasons: reasonsWithin(reasons, part.over) };
}
