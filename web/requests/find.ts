// Finding whom to ask, to add, to mention: teams and people by what is typed.
import { directoryApi } from '../../contract/directory.ts';
import type { Away } from '../../contract/directory-absences.ts';
import { call } from '../platform/api.ts';
import type { Findable, Search } from '../ui/combobox.tsx';

const most = 6;
const q = (text: string) => (text ? { q: text } : {});

/** Colleagues by name. */
/** Whom one can ask, and whether they are away. */
export type Recipient = Findable & { away?: Away | null };

export const findPeople: Search<Recipient> = async (text, signal) => {
  const { items } = await call(directoryApi.listPeople, { query: { limit: most, ...q(text) } }, { signal });
  return items.map(({ id, name, photo, does, teams, away }) => ({
    id,
    name,
    photo,
    does: does || teams.map((team) => team.name).join(', '),
    kind: 'person' as const,
    away,
  }));
};

const findTeams: Search<Findable> = async (text, signal) => {
  const { items } = await call(directoryApi.listTeams, { query: { limit: most, ...q(text) } }, { signal });
  return items.map(({ id, name, does }) => ({ id, name, does, kind: 'team' as const }));
};

/** Whom one can ask: teams first, then colleagues. */
export const findRecipients: Search<Recipient> = async (text, signal) =>
  (await Promise.all([findTeams(text, signal), findPeople(text, signal)])).flat();

/** One team or colleague by its id, for links that name whom to ask; null when there is no such. */
export async function recipientOf(team: string, person: string): Promise<Findable | null> {
  if (team) {
    const { id, name, does } = await call(directoryApi.getTeam, { params: { id: team } });
    return { id, name, does, kind: 'team' };
  }
  if (!person) return null;
  const { id, name, photo, does } = await call(directoryApi.getPerson, { params: { id: person } });
  return { id, name, photo, does, kind: 'person' };
}
