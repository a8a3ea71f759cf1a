// The catalog's part of the sample company: what its teams offer, made through the front door.
import { sure, type Cast } from '../directory/seed.ts';
import type { Db } from '../platform/db.ts';
import { createService } from './catalog.ts';
import { deskServices } from './sample-services-desk.ts';
import { guestServices } from './sample-services-guests.ts';
import { houseServices } from './sample-services-house.ts';
import { officeServices } from './sample-services-office.ts';
import type { SampleService } from './sample-questions.ts';
import { addNeeded } from './writing.queries.ts';

export const sampleServices: readonly SampleService[] = [
  ...officeServices,
  ...deskServices,
  ...houseServices,
  ...guestServices,
];

/** Offers the services of the sample as of `now`; their ids, by the keys of the sample. */
export async function seedCatalog(tx: Db, cast: Cast, now: Date): Promise<ReadonlyMap<string, string>> {
  const team = (key: string) => cast.teams.get(key) ?? '';
  const step = (key: string) =>
    key === 'manager' ? { manager: true as const } : { person: cast.people.get(key)?.id ?? '' };
  const ids = new Map<string, string>();
  for (const { key, hello, goodbye, askers, approval, anyOf, checklist, also: _, ...told } of sampleServices) {
    const input = {
      ...told,
      team: team(told.team),
      greetingStandard: hello ?? '',
      closingStandard: goodbye ?? '',
      askers: askers ? askers.map(team) : ('everyone' as const),
      checklist: [...(checklist ?? [])],
      approval: approval ? { mode: anyOf ? ('any' as const) : ('inOrder' as const), steps: approval.map(step) } : null,
    };
    ids.set(key, sure(await createService(tx, input, now)).id);
  }
  // A service may need one that is told of later.
  for (const { key, also = [] } of sampleServices)
    await addNeeded(
      tx,
      ids.get(key) ?? '',
      also.map((needed) => ids.get(needed) ?? ''),
    );
  return ids;
}
