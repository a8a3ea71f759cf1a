// Putting a team to rest, and bringing it back.
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Team } from '../../contract/directory-teams.ts';
import { useGo } from '../platform/address.ts';
import { invalidate, useWrite } from '../platform/query.ts';
import { refreshStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form, FormActs, ProblemNote } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import css from './directory.module.css';

const stale = [directoryApi.getTeam, directoryApi.listTeams, directoryApi.listPeople, directoryApi.getPerson];

export function ArchiveTeam({ team }: { team: Team }) {
  const { t } = useWords();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const { name } = team;
  const done = (words: string) => {
    toast(words);
    void refreshStanding();
    go(`/teams/${team.id}`);
  };
  const archive = useWrite(directoryApi.archiveTeam, {
    stale,
    onDone: () => done(t('directory.archive.done', { name })),
  });
  const restore = useWrite(directoryApi.restoreTeam, {
    stale,
    onDone: () => done(t('directory.restore.done', { name })),
  });
  const sent = { params: { id: team.id }, ifMatch: team.version };
  if (team.archived)
    return (
      <>
        {restore.problem && <ProblemNote problem={restore.problem} />}
        <Button weight="main" onClick={() => void restore.send(sent)} pending={restore.isPending}>
          {t('directory.restore')}
        </Button>
      </>
    );
  return (
    <Section title={t('directory.archive.section')}>
      <p className={css.lead}>{t('directory.archive.sub')}</p>
      <Button onClick={() => setAsking(true)}>{t('directory.archive')}</Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('directory.archive.title', { name })}
        sub={t('directory.archive.sub')}
      >
        <Form
          problem={archive.problem}
          onSubmit={async () => {
            if (!(await archive.send(sent))) await invalidate(directoryApi.getTeam);
          }}
        >
          <FormActs>
            <Button weight="danger" type="submit" pending={archive.isPending}>
              {t('directory.archive')}
            </Button>
            <Button weight="quiet" onClick={() => setAsking(false)}>
              {t('directory.cancel')}
            </Button>
          </FormActs>
        </Form>
      </Dialog>
    </Section>
  );
}
