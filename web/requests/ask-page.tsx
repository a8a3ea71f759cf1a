// The page to ask on. `?team=`, `?person=` and `?title=` say in advance whom and what; `?service=` asks what that service asks.
import { useQuery } from '@tanstack/react-query';
import { useGo, useSearchParam } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { useWords } from '../platform/words.tsx';
import { Page } from '../ui/page.tsx';
import { Loading } from '../ui/states.tsx';
import { AskForm } from './ask-form.tsx';
import { AskService } from './ask-service.tsx';
import { recipientOf } from './find.ts';

export default function AskPage() {
  const [service] = useSearchParam('service');
  const [after] = useSearchParam('after');
  const [details] = useSearchParam('details');
  const ids = after.split(',').filter(Boolean);
  return service ? (
    <AskService key={service} id={service} after={ids} begin={details ? { details } : {}} />
  ) : (
    <AskAnything />
  );
}

function AskAnything() {
  const { t } = useWords();
  const go = useGo();
  const [team] = useSearchParam('team');
  const [person] = useSearchParam('person');
  const [title] = useSearchParam('title');
  const named = team !== '' || person !== '';
  const to = useQuery({
    queryKey: ['recipient', team, person],
    queryFn: () =>
      recipientOf(team, person).catch((error: unknown) =>
        problemOf(error)?.status === 0 ? Promise.reject(error) : null,
      ),
    enabled: named,
  });
  return (
    <Page title={t('requests.ask.page')} sub={t('requests.ask.sub')} narrow>
      {named && to.isPending ? (
        <Loading />
      ) : (
        <AskForm
          begin={{ ...(title ? { title } : {}), ...(to.data ? { to: to.data } : {}) }}
          onSent={(request) => go(`/requests/${request.id}`)}
          onSpared={() => go('/')}
        />
      )}
    </Page>
  );
}
