// Offering one more service: for leads of the team and for administrators.
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { catalogApi } from '../../contract/catalog.ts';
import { directoryApi } from '../../contract/directory.ts';
import type { Team } from '../../contract/directory-teams.ts';
import { useGo, useSearchParam } from '../platform/address.ts';
import { keyOf, queries, read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, NotFound } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { emptyDraft, newBodyOf, type ServiceDraft } from './service-draft.ts';
import { ServiceEditor } from './service-editor.tsx';
import { Unsaved } from './unsaved.tsx';

const none: ReadonlySet<string> = new Set();

export default function NewService() {
  const [id] = useSearchParam('team');
  return id === '' ? <NotFound /> : <OfTeam id={id} />;
}

function OfTeam({ id }: { id: string }) {
  const team = useQuery(read(directoryApi.getTeam, { params: { id } }));
  return (
    <Loaded query={team} page>
      {(found) => <Writing team={found} />}
    </Loaded>
  );
}

function Writing({ team }: { team: Team }) {
  const { t } = useWords();
  const go = useGo();
  const [draft, setDraft] = useState<ServiceDraft>(emptyDraft);
  const left = useRef(false);
  const write = useWrite(catalogApi.createService, {
    stale: [catalogApi.listServices],
    onDone: (made) => {
      left.current = true;
      queries.setQueryData(keyOf(catalogApi.getService, { params: { id: made.id } }), made);
      toast(t('catalog.offered', { name: made.name }));
      go(`/services/${made.id}`);
    },
  });
  return (
    <Page title={t('catalog.new')} above={team.name} sub={t('catalog.new.sub')}>
      <ServiceEditor
        team={team}
        draft={draft}
        kept={none}
        type={(field, value) => setDraft((before) => ({ ...before, [field]: value }))}
        problem={write.problem}
        pending={write.isPending}
        send={() => void write.send({ body: newBodyOf(team.id, draft) })}
        save={t('catalog.offer')}
        back={`/teams/${team.id}`}
      />
      <Unsaved isUnsaved={() => draft !== emptyDraft && !left.current} />
    </Page>
  );
}
