// One appointment: when and with whom, what is there by then, what happened so far; and beside it what one may do now.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { appointmentsApi, type Appointment } from '../../contract/appointments.ts';
import { useParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Face } from '../ui/face.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { ActsCard } from './acts-card.tsx';
import { ConcludeForm } from './conclude-form.tsx';
import { DeliverableRow } from './deliverable-row.tsx';
import { Steps } from './steps.tsx';
import css from './appointments.module.css';

export default function AppointmentPage() {
  const id = useParam('id');
  const found = useQuery(read(appointmentsApi.getAppointment, { params: { id } }));
  return (
    <Loaded query={found} page rows={5}>
      {(one) => <Whole key={one.id} of={one} />}
    </Loaded>
  );
}

function Whole({ of }: { of: Appointment }) {
  const { t } = useWords();
  const me = useMe();
  const mayConclude = of.can.includes('conclude') && of.deliverables.some(({ can }) => can.length > 0);
  return (
    <Page
      title={of.title}
      heading={<span dir="auto">{of.title}</span>}
      above={<Above of={of} />}
      aside={<ActsCard of={of} />}
      asideFirst
    >
      <Section
        title={t(of.state === 'arranged' ? 'appointments.deliverables.title' : 'appointments.deliverables.over')}
      >
        <p className={css.who}>
          <Face of={of.delivers} size="small" />
          {t(of.delivers.id === me.id ? 'appointments.who.me' : 'appointments.who.ask', {
            delivers: of.delivers.name,
            asks: of.asks.name,
          })}
        </p>
        {mayConclude ? (
          <ConcludeForm key={of.version} of={of} />
        ) : (
          <ul className={css.deliverables}>
            {of.deliverables.map((one) => (
              <DeliverableRow key={one.id} of={one} at={of.at} />
            ))}
          </ul>
        )}
      </Section>
      {of.note && (
        <Section title={t('appointments.note')}>
          <p className={css.note} dir="auto">
            {of.note}
          </p>
        </Section>
      )}
      <Steps of={of} />
    </Page>
  );
}

function Above({ of }: { of: Appointment }) {
  const { t } = useWords();
  return (
    <>
      <Link to="/appointments">{t('appointments.title')}</Link>
      {of.origin && (
        <>
          <span aria-hidden="true"> · </span>
          {t('appointments.origin')}{' '}
          <Link to={of.origin.path}>
            <span dir="auto">{of.origin.title}</span>
          </Link>
        </>
      )}
    </>
  );
}
