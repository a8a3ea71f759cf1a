// Where I am signed in, and signing out there.
import { useQuery } from '@tanstack/react-query';
import { authApi, type Session } from '../../contract/auth.ts';
import { useNow } from '../platform/now.ts';
import { read, useWrite } from '../platform/query.ts';
import { dayInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { Loaded } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import css from './auth.module.css';

export function Sessions() {
  const { t } = useWords();
  const sessions = useQuery(read(authApi.listSessions, {}));
  const stale = [authApi.listSessions];
  const end = useWrite(authApi.endSession, { stale, onDone: () => toast(t('auth.sessions.ended')) });
  const endOthers = useWrite(authApi.endOtherSessions, { stale, onDone: () => toast(t('auth.sessions.allEnded')) });
  const problem = end.problem ?? endOthers.problem;
  return (
    <Section title={t('auth.sessions.title')}>
      {problem && <ProblemNote problem={problem} />}
      <Loaded query={sessions}>
        {({ items }) => (
          <>
            <RowList>
              {items.map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  pending={end.isPending && end.variables?.params?.id === session.id}
                  onEnd={() => void end.send({ params: { id: session.id } })}
                />
              ))}
            </RowList>
            {items.length > 1 && (
              <div className={css.after}>
                <Button onClick={() => void endOthers.send({})} pending={endOthers.isPending}>
                  {t('auth.sessions.endOthers')}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function SessionRow({ session, pending, onEnd }: { session: Session; pending: boolean; onEnd: () => void }) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const day = (at: string) => dayInWords(new Date(at), now, words);
  const { browser, system } = session;
  const device = browser && system ? t('auth.sessions.device', { browser, system }) : (browser ?? system);
  const name = device ?? t('auth.sessions.unknown');
  return (
    <Row
      title={name}
      sub={
        <>
          {session.current && <Tag kind="kept">{t('auth.sessions.here')}</Tag>}
          <span>{t('auth.sessions.seen', { seen: day(session.seen), since: day(session.created) })}</span>
        </>
      }
      acts={
        !session.current && (
          <Button onClick={onEnd} pending={pending} aria-label={t('auth.sessions.endNamed', { device: name })}>
            {t('auth.sessions.end')}
          </Button>
        )
      }
    />
  );
}
