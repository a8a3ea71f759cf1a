// Over the title: who asked whom and when, for whom, and the number that copies the link.
import type { Request } from '../../contract/requests.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { toast } from '../ui/toast.tsx';
import { askedOf, firstName } from './names.ts';
import css from './request.module.css';

export function AskedLine({ request }: { request: Request }) {
  const { t, rich } = useWords();
  const me = useMe();
  const by = request.askedBy ?? request.requester;
  return (
    <>
      {rich('requests.asked.by', {
        you: by.id === me.id ? 'yes' : 'no',
        name: by.name,
        when: <RelativeTime at={request.createdAt} show="when" inside />,
        to: askedOf(request),
      })}
      {request.askedBy &&
        ` · ${t('requests.asked.behalf', { you: request.requester.id === me.id ? 'yes' : 'no', name: firstName(request.requester) })}`}
      <span className={css.link}>
        {' · '}
        <CopyLink number={request.number} />
      </span>
    </>
  );
}

function CopyLink({ number }: { number: number }) {
  const { t } = useWords();
  const copy = async () => {
    const copied = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    // Without the clipboard (plain http inside a company) the address bar still has it.
    toast(copied ? t('requests.link.copied') : location.href, { kind: copied ? 'good' : 'plain' });
  };
  return (
    <button type="button" className={css.number} title={t('requests.link.copy')} onClick={() => void copy()}>
      #{number}
      <span className={css.hidden}>{t('requests.link.copy')}</span>
    </button>
  );
}
