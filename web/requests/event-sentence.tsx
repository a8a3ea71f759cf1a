// What happened, as a quiet sentence: "Mika promised by Tuesday 12:00". Longer words that belong to it stand under it: entry-view.tsx.
import type { ReactNode } from 'react';
import type { EntryFacts, RequestRow } from '../../contract/requests.ts';
import { Link } from '@tanstack/react-router';
import { useMe } from '../platform/session.tsx';
import { lengthInWords } from '../platform/time.ts';
import { useWords, type WordId } from '../platform/words.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { askedOf, firstName } from './names.ts';
import type { Happening } from './told.ts';

/** `answer` is what the other side said to an offered new time, where that came right after it. */
export function EventSentence(props: { entry: Happening; request: RequestRow; answer?: Happening | undefined }) {
  const { t, rich } = useWords();
  const me = useMe();
  const { entry, request, answer } = props;
  const { facts, by } = entry;
  const values = {
    you: by?.id === me.id ? 'yes' : 'no',
    name: by ? firstName(by) : '',
    to: askedOf(request),
    due: facts.due ? <RelativeTime at={facts.due} show="when" inside /> : '',
    what: facts.deliverable ?? '',
    why: facts.reason ?? '',
    whom: whomOf(facts),
    whomYou: facts.person?.id === me.id ? 'yes' : 'no',
    stood: facts.inPlaceOf ? 'yes' : 'no',
    away: facts.inPlaceOf ? firstName(facts.inPlaceOf) : '',
    request: facts.request ? <Link to={`/requests/${facts.request.id}`}>{facts.request.title}</Link> : '',
    seen: facts.request ? 'yes' : 'no',
    link: facts.link ?? 'related',
    b: (parts: ReactNode[]) => <b>{parts}</b>,
  };
  return (
    <>
      {rich(sentenceOf(entry, me.id), values)}
      {answer && (
        <>
          {' · '}
          {t(answer.what === 'proposalAccepted' ? 'requests.event.agreed' : 'requests.event.held', {
            you: answer.by?.id === me.id ? 'yes' : 'no',
            name: answer.by ? firstName(answer.by) : '',
            length: lengthInWords(minutesBetween(entry.at, answer.at), { t, locale: '', zone: '' }),
          })}
        </>
      )}
    </>
  );
}

const minutesBetween = (from: string, to: string) =>
  Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));

const whomOf = ({ person, team }: EntryFacts) => [person && firstName(person), team?.name].filter(Boolean).join(', ');

/** Which sentence; some things are said otherwise when they concern the reader or come without words. */
function sentenceOf({ what, facts, by }: Happening, me: string): WordId {
  if (what === 'participantAdded' && facts.person?.id === me) return 'requests.event.participantAddedYou';
  if (what === 'participantRemoved' && facts.person?.id === by?.id) return 'requests.event.participantLeft';
  if (what === 'withdrawn' && facts.reason) return 'requests.event.withdrawnBecause';
  return `requests.event.${what}`;
}
