// Where one was lately as options of the palette, under the names these things have now; what is gone from sight is left out.
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import { read } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { personOption, requestOption, teamOption, type Option } from './options.ts';
import { recent, type Visited } from './recent.ts';

const shown = 5;

/** The newest five that the reader may still see, without the page on which the palette was opened. */
export function useRecent(now: Date): Option[] {
  const words = useWords();
  const { id } = useMe();
  const [places] = useState(() =>
    recent(id)
      .filter((one) => one.path !== location.pathname)
      .slice(0, shown),
  );
  const ofKind = (kind: Visited['kind']) =>
    places.filter((one) => one.kind === kind).map((one) => ({ params: { id: one.id } }));
  // The pages' own questions, so what was just on a page needs no second answer.
  const requests = useQueries({ queries: ofKind('requests').map((sent) => read(requestsApi.getRequest, sent)) });
  const people = useQueries({ queries: ofKind('people').map((sent) => read(directoryApi.getPerson, sent)) });
  const teams = useQueries({ queries: ofKind('teams').map((sent) => read(directoryApi.getTeam, sent)) });
  const options = [
    ...requests.flatMap(({ data }) => (data ? requestOption(data, now, words) : [])),
    ...people.flatMap(({ data }) =>
      data ? personOption({ ...data, teams: data.teams.map((team) => team.name) }) : [],
    ),
    ...teams.flatMap(({ data }) => (data ? teamOption(data) : [])),
  ];
  const order = (option: Option) => places.findIndex((place) => 'to' in option.act && option.act.to === place.path);
  return options.toSorted((one, other) => order(one) - order(other));
}
