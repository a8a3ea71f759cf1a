// How many asks of a team nobody has answered, beside the team's place in the rail.
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Hidden } from '../ui/hidden.tsx';

// A place in the rail takes a component without properties, and it must be the same one at each rendering.
const known = new Map<string, ComponentType>();

/** The count of one team. */
export function unansweredIn(team: string): ComponentType {
  const made = known.get(team) ?? (() => <Count team={team} />);
  known.set(team, made);
  return made;
}

function Count({ team }: { team: string }) {
  const { t } = useWords();
  const { data } = useQuery(read(requestsApi.getToday, {}));
  const n = data?.teams.find((one) => one.team.id === team)?.counts.unanswered ?? 0;
  if (n === 0) return null;
  return (
    <>
      <span aria-hidden="true">{n}</span>
      <Hidden>, {t('requests.queue.count', { n })}</Hidden>
    </>
  );
}
