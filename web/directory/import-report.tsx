// What an import did, and links that let those who were added in.
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { PeopleImport } from '../../contract/directory-imports.ts';
import { invalidate, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { offerFile } from './offer-file.ts';
import css from './import.module.css';

export function ImportReport({ table }: { table: PeopleImport }) {
  const { t } = useWords();
  return (
    <div className={css.run}>
      <p className={css.lead} role="status">
        {t('directory.import.done', table.counts)}
      </p>
      <LinkButton to={table.kind === 'people' ? '/people' : '/teams'} weight="main">
        {t(table.kind === 'people' ? 'directory.people' : 'directory.teams')}
      </LinkButton>
      {table.kind === 'people' && <Invitations table={table} />}
    </div>
  );
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
type Invited = { person: { name: string }; email: string; url: string };

/** Links are told once; the file is the way to keep them until they are sent. */
function Invitations({ table }: { table: PeopleImport }) {
  const { t } = useWords();
  const [made, setMade] = useState(0);
  const invite = useWrite(directoryApi.inviteImported, {
    onDone: ({ items }) => {
      setMade(items.length);
      offerFile('goodturn-links.csv', fileOf(items));
      void invalidate(directoryApi.getPeopleImport);
    },
  });
  if (made === 0 && !table.can.includes('invite')) return null;
  return (
    <div className={css.invite}>
      <p className={css.quiet}>
        {made > 0 ? t('directory.import.invited', { count: made }) : t('directory.import.inviteHelp')}
      </p>
      {table.can.includes('invite') && (
        <Button pending={invite.isPending} onClick={() => void invite.send({ params: { id: table.id } })}>
          {t('directory.import.invite', { count: Math.min(500, table.uninvited) })}
        </Button>
      )}
      {invite.problem && <ProblemNote problem={invite.problem} />}
    </div>
  );
}

/** Names are words of people: none may be taken for a formula. */
const fileOf = (items: readonly Invited[]) =>
  [
    'name,email,link',
    ...items.map(({ person, email, url }) => [inert(person.name), inert(email), url].map(quoted).join(',')),
  ].join('\r\n');
const inert = (text: string) => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);
