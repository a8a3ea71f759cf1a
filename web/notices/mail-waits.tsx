// A quiet sentence for administrators while mail cannot leave: no server yet, or one that refuses us.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { mailApi } from '../../contract/mail.ts';
import { read } from '../platform/query.ts';
import { useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import css from './notices.module.css';

export function MailWaits() {
  const { rich } = useWords();
  const { person, demo } = useStanding();
  const asked = person?.administrator === true && !demo;
  const server = useQuery({ ...read(mailApi.getMailServer, {}), enabled: asked }).data;
  if (!asked || !server) return null;
  const values = {
    count: server.waiting,
    link: (words: React.ReactNode) => (
      <Link key="link" to="/settings/mail">
        {words}
      </Link>
    ),
  };
  if (server.source === 'none') return <p className={css.quiet}>{rich('mail.waits.unset', values)}</p>;
  if (server.trouble) return <p className={css.quiet}>{rich('mail.waits.trouble', values)}</p>;
  return null;
}
