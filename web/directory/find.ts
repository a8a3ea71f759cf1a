// Finding colleagues and teams as one types, for fields that choose one.
import { directoryApi } from '../../contract/directory.ts';
import { call } from '../platform/api.ts';
import type { Findable, Search } from '../ui/combobox.tsx';

/** Active colleagues by name; without words, the first of all. */
export const findPeople: Search<Findable> = async (q, signal) =>
  (await call(directoryApi.listPeople, { query: { q, limit: 8 } }, { signal })).items;

/** Living teams by name; without words, the first of all. */
export const findTeams: Search<Findable> = async (q, signal) =>
  (await call(directoryApi.listTeams, { query: { q, limit: 8 } }, { signal })).items.map((team) => ({
    ...team,
    kind: 'team' as const,
  }));
