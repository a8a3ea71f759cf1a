// What belongs together with a request: a quiet list with how it stands to this one, where it stands and by when; adding and taking away.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { linkKinds, linksApi, type LinkKind, type RequestLink } from '../../contract/request-links.ts';
import type { Request } from '../../contract/requests.ts';
import { read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/field.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Note } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { toast } from '../ui/toast.tsx';
import { findRequests } from './find-requests.ts';
import { freshen } from './fresh.ts';
import { Merging } from './merging.tsx';
import css from './links-note.module.css';

export function LinksNote({ request }: { request: Request }) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  const [merging, setMerging] = useState(false);
  const { data } = useQuery(read(linksApi.listRequestLinks, { params: { id: request.id } }));
  if (!data || (data.items.length === 0 && !data.mayLink)) return null;
  return (
    <Note title={t('requests.links.title')}>
      {data.items.length > 0 && (
        <ul className={css.links}>
          {data.items.map((link) => (
            <Line key={link.request.id} request={request} link={link} />
          ))}
        </ul>
      )}
      {data.mayLink && (
        <Button weight="quiet" onClick={() => setAdding(true)}>
          <Icon name="plus" /> {t('requests.links.add')}
        </Button>
      )}
      {request.can.includes('merge') && (
        <div>
          <Button weight="quiet" onClick={() => setMerging(true)}>
            {t('requests.merge.open')}
          </Button>
        </div>
      )}
      {adding && <Adding request={request} onClose={() => setAdding(false)} />}
      {merging && <Merging request={request} onClose={() => setMerging(false)} />}
    </Note>
  );
}

function Line({ request, link }: { request: Request; link: RequestLink }) {
  const { t } = useWords();
  const remove = useWrite(linksApi.unlinkRequests);
  const other = link.request;
  const take = async () => {
    await remove.send({ params: { id: request.id, other: other.id } });
    freshen(request.id);
    toast(t('requests.links.removed'));
  };
  return (
    <li className={css.line}>
      <div>
        <small>{t(`requests.links.kind.${link.kind}`)}</small>
        <Link to={`/requests/${other.id}`} dir="auto">
          {other.title}
        </Link>
        <small>
          {t(`requests.links.state.${other.state}`)}
          {other.due && other.endedAt === null && (
            <>
              {' · '}
              <RelativeTime at={other.due} show="when" inside />
            </>
          )}
        </small>
      </div>
      {link.mayUnlink && (
        <IconButton label={t('requests.links.remove', { title: other.title })} onClick={() => void take()}>
          <Icon name="cross" />
        </IconButton>
      )}
    </li>
  );
}

function Adding({ request, onClose }: { request: Request; onClose: () => void }) {
  const { t } = useWords();
  const [kind, setKind] = useState<LinkKind>('related');
  const [other, setOther] = useState<Findable | null>(null);
  const add = useWrite(linksApi.linkRequests);
  const send = async () => {
    if (!other) return;
    const done = await add.send({ params: { id: request.id, other: other.id }, body: { kind } });
    if (!done) return;
    freshen(request.id);
    freshen(other.id);
    toast(t('requests.links.added'));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('requests.links.add')} sub={t('requests.links.help')}>
      <Select
        label={t('requests.links.how')}
        value={kind}
        onChange={(event) => setKind(linkKinds.find((each) => each === event.target.value) ?? 'related')}
      >
        {linkKinds.map((each) => (
          <option key={each} value={each}>
            {t(`requests.links.kind.${each}`)}
          </option>
        ))}
      </Select>
      <Combobox
        label={t('requests.links.which')}
        of={`requests.${request.id}`}
        search={findRequests(({ id }) => id !== request.id)}
        value={other}
        onChoose={setOther}
        autoFocus
      />
      {add.problem && <ProblemNote problem={add.problem} />}
      <div>
        <Button weight="main" pending={add.isPending} disabled={!other} onClick={() => void send()}>
          {t('requests.links.send')}
        </Button>
      </div>
    </Dialog>
  );
}
