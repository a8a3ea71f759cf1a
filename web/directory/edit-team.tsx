// Changing a team: for its leads and for administrators, who may also put it to rest.
import { useQuery } from '@tanstack/react-query';
import { directoryApi } from '../../contract/directory.ts';
import type { Team } from '../../contract/directory-teams.ts';
import { useGo, useParam } from '../platform/address.ts';
import { invalidate, keyOf, queries, read, useWrite } from '../platform/query.ts';
import { lengthInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, NotAllowed } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { ArchiveTeam } from './archive-team.tsx';
import { MembersEditor } from './members.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { TeamFields, teamDraftOf, teamLabels, type TeamDraft } from './team-fields.tsx';
import { useEdit, type Edit } from '../platform/use-edit.ts';
import css from './directory.module.css';

export default function EditTeam() {
  const id = useParam('id');
  const team = useQuery(read(directoryApi.getTeam, { params: { id } }));
  return (
    <Loaded query={team} page>
      {(found) => {
        if (found.can.includes('update')) return <Editing key={found.id} team={found} />;
        return found.can.includes('restore') ? <Resting team={found} /> : <NotAllowed />;
      }}
    </Loaded>
  );
}

function Editing({ team }: { team: Team }) {
  const { t } = useWords();
  const go = useGo();
  const edit = useEdit(teamDraftOf(team), team.version);
  const write = useWrite(directoryApi.updateTeam, {
    stale: [directoryApi.listTeams, directoryApi.listPeople, directoryApi.getPerson],
    onDone: (saved) => {
      queries.setQueryData(keyOf(directoryApi.getTeam, { params: { id: saved.id } }), saved);
      edit.forget();
      toast(t('directory.saved'));
      go(`/teams/${saved.id}`);
    },
  });
  const submit = async () => {
    const sent = { params: { id: team.id }, body: edit.change, ifMatch: edit.version };
    if (!(await write.send(sent))) await invalidate(directoryApi.getTeam);
  };
  return (
    <Page narrow title={t('directory.edit.team', { name: team.name })}>
      <MembersEditor team={team} />
      <div className={css.apart}>
        <Form problem={write.problem} onSubmit={submit}>
          <TeamMeanwhile edit={edit} />
          <TeamFields {...edit} />
          <FormActs>
            <Button weight="main" type="submit" pending={write.isPending}>
              {t('directory.save')}
            </Button>
            <LinkButton to={`/teams/${team.id}`} weight="quiet">
              {t('directory.cancel')}
            </LinkButton>
          </FormActs>
        </Form>
      </div>
      {team.can.includes('archive') && <ArchiveTeam team={team} />}
    </Page>
  );
}

function TeamMeanwhile({ edit }: { edit: Edit<TeamDraft> }) {
  const words = useWords();
  const inWords = (field: keyof TeamDraft, value: TeamDraft[keyof TeamDraft]) =>
    typeof value === 'number' ? lengthInWords(value, words) : field === 'country' ? String(value ?? '–') : null;
  return <Meanwhile edit={edit} label={(field) => words.t(teamLabels[field])} inWords={inWords} />;
}

function Resting({ team }: { team: Team }) {
  const { t } = useWords();
  return (
    <Page narrow title={team.name} sub={t('directory.team.resting')}>
      <ArchiveTeam team={team} />
    </Page>
  );
}
