// Adding a team: a name is enough, the rest is usual until somebody says otherwise. Its members come next.
import { directoryApi } from '../../contract/directory.ts';
import { useGo } from '../platform/address.ts';
import { useWrite } from '../platform/query.ts';
import { useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { NotAllowed } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';

export default function AddTeam() {
  const { t } = useWords();
  const { can } = useStanding();
  const go = useGo();
  const create = useWrite(directoryApi.createTeam, {
    stale: [directoryApi.listTeams],
    onDone: ({ id, name }) => {
      toast(t('directory.team.added', { name }));
      go(`/teams/${id}/edit`);
    },
  });
  if (!can.includes('addTeam')) return <NotAllowed />;
  const submit = (data: FormData) =>
    create.send({
      body: { name: String(data.get('name')), does: String(data.get('does')).replaceAll(/\s+/g, ' ') },
    });
  return (
    <Page narrow title={t('directory.team.add')} sub={t('directory.team.addSub')}>
      <Form problem={create.problem} onSubmit={submit}>
        <TextField label={t('directory.team.name')} name="name" limit={120} autoComplete="off" required />
        <TextArea
          label={t('directory.team.does')}
          name="does"
          limit={400}
          rows={2}
          description={t('directory.team.doesHelp')}
          optional
        />
        <FormActs>
          <Button weight="main" type="submit" pending={create.isPending}>
            {t('directory.team.add')}
          </Button>
          <LinkButton to="/teams" weight="quiet">
            {t('directory.cancel')}
          </LinkButton>
        </FormActs>
      </Form>
    </Page>
  );
}
