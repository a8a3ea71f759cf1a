// The replies of the serving team, in a menu beside what one writes: put there with the names filled in, never sent unread.
import { useQuery } from '@tanstack/react-query';
import { deskApi, filled } from '../../contract/desk.ts';
import type { Request } from '../../contract/requests.ts';
import { useGo } from '../platform/address.ts';
import { useNow } from '../platform/now.ts';
import { read } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Menu, MenuAct } from '../ui/menu.tsx';

export default function RepliesMenu({ request, put }: { request: Request; put: (words: string) => void }) {
  const me = useMe();
  const { team } = request;
  if (!team || request.requester.id === me.id || !me.teams.some(({ id }) => id === team.id)) return null;
  return <OfTeam team={team.id} request={request} put={put} />;
}

function OfTeam({ team, request, put }: { team: string; request: Request; put: (words: string) => void }) {
  const words = useWords();
  const { t } = words;
  const me = useMe();
  const go = useGo();
  const replies = useQuery(read(deskApi.listTemplates, { query: { team } }));
  const now = useNow();
  const due = request.due ? whenInWords(new Date(request.due), now, words) : undefined;
  const values = {
    asker: request.requester.name.split(' ')[0] ?? request.requester.name,
    title: request.title,
    number: String(request.number),
    team: request.team?.name ?? '',
    me: me.name,
    ...(due ? { due } : {}),
  };
  return (
    <Menu label={t('desk.replies')} placement="top start">
      {(replies.data?.items ?? []).map((one) => (
        <MenuAct key={one.id} onAct={() => put(filled(one.body, values))}>
          {one.name}
        </MenuAct>
      ))}
      <MenuAct onAct={() => go(`/teams/${team}/replies`)}>{t('desk.replies.keep')}</MenuAct>
    </Menu>
  );
}
