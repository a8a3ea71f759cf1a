// Beside a request: promising something that grows out of it, to whoever one talks with there.
import { Link } from '@tanstack/react-router';
import type { Request } from '../../contract/requests.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';

export default function RequestFill({ request }: { request: Request }) {
  const { t } = useWords();
  const me = useMe();
  if (!request.can.includes('message')) return null;
  const others = [request.requester, request.provider, request.greetedBy, request.person];
  const to = others.find((person) => person && person.active && person.id !== me.id);
  return (
    <p>
      <Link to="/promises/new" search={{ origin: `request:${request.id}`, ...(to ? { to: to.id } : {}) }}>
        {t('promises.request')}
      </Link>
    </p>
  );
}
