// My private calendar: an address for Google, Outlook or Apple, told once, ended at will.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { appointmentsApi, type CalendarFeed } from '../../contract/appointments.ts';
import { goOnFromAct } from '../platform/after-act.ts';
import { useNow } from '../platform/now.ts';
import { read, useWrite } from '../platform/query.ts';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormActs, ProblemNote } from '../ui/form.tsx';
import { Page, Section } from '../ui/page.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { Address } from './address.tsx';
import css from './appointments.module.css';

const programs = ['google', 'outlook', 'apple'] as const;

export default function CalendarPage() {
  const { t, rich } = useWords();
  const feed = useQuery(read(appointmentsApi.getCalendarFeed, {}));
  return (
    <Page narrow title={t('appointments.calendar')} sub={t('appointments.calendar.sub')}>
      <Loaded query={feed}>{(found) => <Feed of={found} />}</Loaded>
      <Section title={t('appointments.calendar.how')}>
        <dl className={css.programs}>
          {programs.map((program) => (
            <div key={program}>
              <dt>{t(`appointments.calendar.${program}`)}</dt>
              <dd>{rich(`appointments.calendar.${program}.how`, { b: (parts) => <b>{parts}</b> })}</dd>
            </div>
          ))}
        </dl>
        <p className={css.quiet}>{t('appointments.calendar.what')}</p>
      </Section>
    </Page>
  );
}

function Feed({ of }: { of: CalendarFeed }) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const [asks, setAsks] = useState<'renew' | 'end' | null>(null);
  const stale = [appointmentsApi.getCalendarFeed];
  const make = useWrite(appointmentsApi.createCalendarFeed, { stale, onDone: () => setAsks(null) });
  const copied = () => {
    make.reset();
    goOnFromAct();
  };
  const end = useWrite(appointmentsApi.removeCalendarFeed, {
    stale,
    onDone: () => {
      setAsks(null);
      copied();
      toast(t('appointments.calendar.ended'));
    },
  });
  const making = (
    <Button weight="main" pending={make.isPending} onClick={() => void make.send({})}>
      {t('appointments.calendar.make')}
    </Button>
  );
  if (make.data)
    return (
      <div className={css.address}>
        <Address url={make.data.url} onDone={copied} />
      </div>
    );
  const problem = make.problem ?? end.problem;
  return (
    <>
      {of.made === null ? (
        <EmptyState icon="clock" title={t('appointments.calendar.none')} acts={making}>
          <p>{t('appointments.calendar.teach')}</p>
        </EmptyState>
      ) : (
        <div className={css.address}>
          <p>
            {t('appointments.calendar.since', {
              when: whenInWords(new Date(of.made), now, words),
              ending: of.ending ?? '',
            })}{' '}
            {of.used
              ? t('appointments.calendar.used', { when: whenInWords(new Date(of.used), now, words) })
              : t('appointments.calendar.unused')}
          </p>
          <FormActs>
            <Button onClick={() => setAsks('renew')}>{t('appointments.calendar.renew')}</Button>
            <Button weight="quiet" onClick={() => setAsks('end')}>
              {t('appointments.calendar.end')}
            </Button>
          </FormActs>
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
      {asks && (
        <Dialog
          open
          onClose={() => setAsks(null)}
          title={t(`appointments.calendar.${asks}`)}
          sub={t(`appointments.calendar.${asks}.sub`)}
        >
          <FormActs>
            <Button
              weight={asks === 'end' ? 'danger' : 'main'}
              pending={make.isPending || end.isPending}
              onClick={() => void (asks === 'end' ? end.send({}) : make.send({}))}
            >
              {t(`appointments.calendar.${asks}`)}
            </Button>
            <Button weight="quiet" onClick={() => setAsks(null)}>
              {t('appointments.cancel')}
            </Button>
          </FormActs>
        </Dialog>
      )}
    </>
  );
}
