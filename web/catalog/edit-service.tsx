// Changing a service, and putting it to rest: for leads of its team and for administrators.
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { catalogApi, type Service } from '../../contract/catalog.ts';
import { directoryApi } from '../../contract/directory.ts';
import type { Team } from '../../contract/directory-teams.ts';
import { useGo, useParam } from '../platform/address.ts';
import { invalidate, keyOf, queries, read, useWrite } from '../platform/query.ts';
import { useEdit } from '../platform/use-edit.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded, NotAllowed } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { bodyOf, draftOf } from './service-draft.ts';
import { ServiceEditor } from './service-editor.tsx';
import { Unsaved } from './unsaved.tsx';
import css from './editor.module.css';

export default function EditService() {
  const id = useParam('id');
  const service = useQuery(read(catalogApi.getService, { params: { id } }));
  return (
    <Loaded query={service} page>
      {(found) => (found.can.includes('update') ? <WithTeam key={found.id} service={found} /> : <NotAllowed />)}
    </Loaded>
  );
}

function WithTeam({ service }: { service: Service }) {
  const team = useQuery(read(directoryApi.getTeam, { params: { id: service.team.id } }));
  return (
    <Loaded query={team} page>
      {(found) => <Editing service={service} team={found} />}
    </Loaded>
  );
}

function Editing({ service, team }: { service: Service; team: Team }) {
  const { t } = useWords();
  const go = useGo();
  const edit = useEdit(draftOf(service), service.version);
  const left = useRef(false);
  const write = useWrite(catalogApi.updateService, {
    stale: [catalogApi.listServices],
    onDone: (saved) => {
      left.current = true;
      queries.setQueryData(keyOf(catalogApi.getService, { params: { id: saved.id } }), saved);
      edit.forget();
      toast(t('catalog.saved'));
      go(`/services/${saved.id}`);
    },
  });
  const send = async () => {
    const sent = { params: { id: service.id }, body: bodyOf(edit.change), ifMatch: edit.version };
    if (!(await write.send(sent))) await invalidate(catalogApi.getService);
  };
  const isChanged = Object.keys(edit.change).length > 0;
  return (
    <Page title={t('catalog.edit.title', { name: service.name })} above={service.team.name}>
      <ServiceEditor
        team={team}
        service={service.id}
        draft={edit.fields}
        kept={new Set(service.form.map(({ key }) => key))}
        type={edit.type}
        problem={write.problem}
        pending={write.isPending}
        send={() => void send()}
        save={t('catalog.save')}
        back={`/services/${service.id}`}
        news={
          <div role="status" className={css.news}>
            {edit.meanwhile.length > 0 && (
              <p>
                <Icon name="warning" /> {t('catalog.meanwhile')}
              </p>
            )}
          </div>
        }
      />
      <Rest service={service} leave={() => (left.current = true)} />
      <Unsaved isUnsaved={() => isChanged && !left.current} />
    </Page>
  );
}

function Rest({ service, leave }: { service: Service; leave: () => void }) {
  const { t } = useWords();
  const go = useGo();
  const write = useWrite(catalogApi.archiveService, {
    stale: [catalogApi.getService, catalogApi.listServices],
    onDone: () => {
      leave();
      toast(t('catalog.rested', { name: service.name }));
      go(`/services/${service.id}`);
    },
  });
  return (
    <div className={css.rest}>
      <Section title={t('catalog.rest')}>
        <p className={css.help}>{t('catalog.rest.words')}</p>
        <Button
          weight="danger"
          pending={write.isPending}
          onClick={() => void write.send({ params: { id: service.id } })}
        >
          {t('catalog.rest')}
        </Button>
        {write.problem && <ProblemNote problem={write.problem} />}
      </Section>
    </div>
  );
}
