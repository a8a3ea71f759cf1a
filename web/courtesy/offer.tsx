// Offers the words of a service or of its team where one says hello or goodbye: put into the field, names filled in, to be read and sent.
import { useQuery } from '@tanstack/react-query';
import { courtesyApi, standardInWords } from '../../contract/courtesy.ts';
import type { Slots } from '../platform/capability.ts';
import { useNow } from '../platform/now.ts';
import { read } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';

const firstName = (name: string) => name.trim().split(/\s+/u)[0] ?? name;

export default function Offer({ request, which, words, deliverable, onWords }: Slots['standard']) {
  const spoken = useWords();
  const { t } = spoken;
  const me = useMe();
  const now = useNow();
  const { data } = useQuery({
    ...read(courtesyApi.getRequestStandards, { params: { id: request.id } }),
    enabled: request.team !== null,
    retry: false,
  });
  const offered = data?.[which];
  if (!offered) return null;
  const what = deliverable ?? request.deliverable;
  const standard = standardInWords(offered.words, {
    name: firstName(request.requester.name),
    me: firstName(me.name),
    ...(request.team ? { team: request.team.name } : {}),
    ...(what ? { deliverable: what } : {}),
    ...(request.due ? { due: whenInWords(new Date(request.due), now, spoken) } : {}),
  });
  if (words.includes(standard)) return null;
  return (
    <div>
      <Button weight="quiet" onClick={() => onWords([words.trim(), standard].filter(Boolean).join('\n\n'))}>
        <Icon name="plus" /> {t(offered.of === 'service' ? 'courtesy.offer.service' : 'courtesy.offer.team')}
      </Button>
    </div>
  );
}
