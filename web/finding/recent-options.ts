// What one uses as options of the palette, under the names these things have now; what is gone from sight is left out.
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { catalogApi } from '../../contract/catalog.ts';
import { directoryApi } from '../../contract/directory.ts';
import { promisesApi } from '../../contract/promise-moves.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import type { PaletteProps } from '../platform/capability.ts';
import { read } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { commands } from './commands.ts';
import {
  keyOf,
  personOption,
  promiseOption,
  requestOption,
  serviceOption,
  teamOption,
  type Option,
} from './options.ts';
import { recent, visited, type Visited } from './recent.ts';
import { weightOf } from './use.ts';

const shown = 6;

/** Of what is used most, the first six that the reader may still see, without the page on which the palette was opened; and all weights. */
export function useRecent(
  places: PaletteProps['places'],
  now: Date,
): { options: Option[]; weights: ReadonlyMap<string, number> } {
  const words = useWords();
  const { id } = useMe();
  const [uses] = useState(() => recent(id, now.getTime()));
  const [kept] = useState(() => uses.filter((one) => one.key !== location.pathname).slice(0, shown));
  const ofKind = (kind: Visited['kind']) =>
    kept.flatMap(({ key }) => {
      const one = visited(key);
      return one?.kind === kind ? [{ params: { id: one.id } }] : [];
    });
  // The pages' own questions, so what was just on a page needs no second answer.
  const requests = useQueries({ queries: ofKind('requests').map((sent) => read(requestsApi.getRequest, sent)) });
  const promises = useQueries({ queries: ofKind('promises').map((sent) => read(promisesApi.getPromise, sent)) });
  const people = useQueries({ queries: ofKind('people').map((sent) => read(directoryApi.getPerson, sent)) });
  const teams = useQueries({ queries: ofKind('teams').map((sent) => read(directoryApi.getTeam, sent)) });
  const services = useQueries({ queries: ofKind('services').map((sent) => read(catalogApi.getService, sent)) });
  const all = [
    ...requests.flatMap(({ data }) => (data ? requestOption(data, now, words) : [])),
    ...promises.flatMap(({ data }) => (data ? promiseOption(data, id, now, words) : [])),
    ...people.flatMap(({ data }) =>
      data ? personOption({ ...data, teams: data.teams.map((team) => team.name) }) : [],
    ),
    ...teams.flatMap(({ data }) => (data ? teamOption(data) : [])),
    ...services.flatMap(({ data }) => (data?.can.includes('ask') ? serviceOption(data, words) : [])),
    ...commands(places, words),
  ];
  const options = kept.flatMap(({ key }) => all.find((option) => keyOf(option) === key) ?? []);
  return { options, weights: new Map(uses.map((one) => [one.key, weightOf(one, now.getTime())])) };
}
