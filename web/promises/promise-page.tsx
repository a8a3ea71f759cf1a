// A promise whole: who promised whom what, the one card with its time and the next act, what it hangs on, and how it went.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { promisesApi } from '../../contract/promise-moves.ts';
import type { PromiseWhole } from '../../contract/promises.ts';
import { useParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Note, Page, Section } from '../ui/page.tsx';
import { Loaded, NotFound } from '../ui/states.tsx';
import { PromiseCard } from './card.tsx';
import { ChainNote } from './chain.tsx';
import { History } from './history.tsx';

export default function PromisePage() {
  const id = useParam('id');
  // Once a minute, because time alone makes a promise late.
  const query = useQuery({ ...read(promisesApi.getPromise, { params: { id } }), refetchInterval: 60_000 });
  // An address that names no promise at all is as absent as one that names another's.
  if (query.error?.status === 422) return <NotFound />;
  return (
    <Loaded query={query} page rows={5}>
      {(promise) => <Whole key={promise.id} promise={promise} />}
    </Loaded>
  );
}

function Whole({ promise }: { promise: PromiseWhole }) {
  const { t } = useWords();
  const me = useMe();
  const side = promise.by.id === me.id ? 'me' : promise.to.id === me.id ? 'toMe' : 'others';
  return (
    <Page
      title={promise.deliverable}
      heading={<span dir="auto">{promise.deliverable}</span>}
      above={
        <>
          <Link to="/promises">{t('promises.title')}</Link>
          <span aria-hidden="true"> · </span>
          <span>{t(`promises.above.${side}`, { name: promise.by.name, to: promise.to.name })}</span>
        </>
      }
      aside={
        <>
          <PromiseCard promise={promise} />
          <ChainNote promise={promise} />
          <From title={t('promises.about')} of={promise.about} />
          <From title={t('promises.origin')} of={promise.origin} />
        </>
      }
      asideFirst
    >
      <Section title={t('promises.history')}>
        <History promise={promise} />
      </Section>
    </Page>
  );
}

/** What it is about, or grew out of, for those who may see that. */
function From({ title, of }: { title: string; of: { title: string | null; path: string | null } | null }) {
  if (!of?.title || !of.path) return null;
  return (
    <Note title={title}>
      <p>
        <Link to={of.path}>{of.title}</Link>
      </p>
    </Note>
  );
}
