// Beside a request: promising something that grows out of it, to whoever one talks with there.
import type { Request } from '../../contract/requests.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import css from './promises.module.css';

export default function RequestFill({ request }: { request: Request }) {
  const { t } = useWords();
  const me = useMe();
  if (!request.can.includes('message')) return null;
  const others = [request.requester, request.provider, request.greetedBy, request.person];
  const to = others.find((person) => person && person.active && person.id !== me.id);
  return (
    <p className={css.fill}>
      <LinkButton
        to="/promises/new"
        weight="quiet"
        search={{ origin: `request:${request.id}`, ...(to ? { to: to.id } : {}) }}
      >
        <Icon name="plus" /> {t('promises.request')}
      </LinkButton>
    </p>
  );
}
