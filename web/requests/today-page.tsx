// Today, the first page: a greeting, the day in a sentence, asking, and what I promised, owe a word, am asked and wait for.
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Today } from '../../contract/requests.ts';
import { FirstSteps } from '../directory/directory.tsx';
import { MailWaits } from '../notices/notices.tsx';
import { useNow } from '../platform/now.ts';
import { read } from '../platform/query.ts';
import { useMe, useStanding } from '../platform/session.tsx';
import { Slot } from '../platform/slots.tsx';
import { capital } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { ActsHost } from './acts.tsx';
import { useFocusAfterActs } from './leaving-rows.ts';
import { AskBar } from './today-ask.tsx';
import { hasAside, TodayAside } from './today-aside.tsx';
import { TodayEmpty } from './today-empty.tsx';
import { TodayLists } from './today-lists.tsx';
import { daySentence, greeting } from './today-sentence.ts';

export default function TodayPage() {
  const words = useWords();
  const me = useMe();
  const { can } = useStanding();
  const now = useNow();
  const query = useQuery(read(requestsApi.getToday, {}));
  const today = query.data;
  const acted = useFocusAfterActs(today);
  const date = `${capital(words.date(now), words.locale)}.`;
  return (
    <ActsHost onDone={acted}>
      <Page
        title={words.t('requests.today.title')}
        heading={greeting(me.name, now, words)}
        sub={today ? `${date} ${daySentence(today, now, words)}` : date}
        lead={<AskBar />}
        aside={today && hasAside(today) && <TodayAside today={today} />}
      >
        {can.includes('addPerson') && (
          <Suspense fallback={null}>
            <FirstSteps />
            <MailWaits />
          </Suspense>
        )}
        <Loaded query={query} rows={5}>
          {(day) => (nothingToday(day) ? <TodayEmpty today={day} /> : <TodayLists today={day} />)}
        </Loaded>
        <Slot of="today" />
      </Page>
    </ActsHost>
  );
}

const nothingToday = (today: Today) =>
  [today.promised, today.awaitingMyYes, today.awaitingMyWord, today.unanswered, today.waitingFor].every(
    (rows) => rows.length === 0,
  );
