// On a team's page: how it says hello and goodbye, for everybody; and, for its members, what those who asked say of it.
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { courtesyApi, standardVariables, type TeamStandards } from '../../contract/courtesy.ts';
import type { Slots } from '../platform/capability.ts';
import { invalidate, keyOf, queries, read, useWrite } from '../platform/query.ts';
import { useEdit } from '../platform/use-edit.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { TeamFigure } from './team-figure.tsx';
import css from './courtesy.module.css';

export default function OfTeam({ team }: Slots['team']) {
  const { t } = useWords();
  const [writing, setWriting] = useState(false);
  const { data } = useQuery(read(courtesyApi.getTeamStandards, { params: { id: team.id } }));
  if (!data) return null;
  const may = data.can.includes('update');
  const written = data.greeting !== '' || data.closing !== '';
  if (!written && !may && !team.mine) return null;
  return (
    <Section
      title={t('courtesy.team.title')}
      acts={
        may && (
          <Button weight="quiet" onClick={() => setWriting(true)}>
            {t(written ? 'courtesy.team.change' : 'courtesy.team.write')}
          </Button>
        )
      }
    >
      {written ? <Standards standards={data} /> : <p className={css.only}>{t('courtesy.team.none')}</p>}
      {team.mine && <TeamFigure team={team.id} />}
      {writing && <Writing standards={data} onClose={() => setWriting(false)} />}
    </Section>
  );
}

function Standards({ standards }: { standards: TeamStandards }) {
  const { t } = useWords();
  const { greeting, closing } = standards;
  return (
    <div className={css.standards}>
      {greeting && <Said title={t('courtesy.team.greeting')}>{greeting}</Said>}
      {closing && <Said title={t('courtesy.team.closing')}>{closing}</Said>}
    </div>
  );
}

/** A team's words as they stand, with what stands for something in words. */
function Said({ title, children }: { title: string; children: string }) {
  const { t } = useWords();
  const parts: ReactNode[] = children.split(/\{(\w+)\}/).map((part, index) => {
    const variable = index % 2 === 1 && standardVariables.find((one) => one === part);
    // oxlint-disable-next-line react/no-array-index-key -- parts of one text, in their order
    return variable ? <b key={index}>{t(`courtesy.variable.${variable}`)}</b> : part;
  });
  return (
    <div>
      <h3>{title}</h3>
      <blockquote className={css.said} dir="auto">
        {parts}
      </blockquote>
    </div>
  );
}

function Writing({ standards, onClose }: { standards: TeamStandards; onClose: () => void }) {
  const { t } = useWords();
  const { team, greeting, closing, version } = standards;
  const edit = useEdit({ greeting, closing }, version);
  const params = { id: team.id };
  const write = useWrite(courtesyApi.setTeamStandards, {
    onDone: (now) => {
      queries.setQueryData(keyOf(courtesyApi.getTeamStandards, { params }), now);
      void invalidate(courtesyApi.getRequestStandards);
      toast(t('courtesy.team.saved'));
      onClose();
    },
  });
  const submit = async () => {
    if (!(await write.send({ params, body: edit.fields, ifMatch: edit.version })))
      await invalidate(courtesyApi.getTeamStandards);
  };
  const labels = { greeting: t('courtesy.team.greeting'), closing: t('courtesy.team.closing') };
  const list = standardVariables.map((one) => `{${one}} – ${t(`courtesy.variable.${one}`)}`).join(', ');
  return (
    <Dialog open onClose={onClose} title={t('courtesy.team.title')} sub={team.name}>
      <Form problem={write.problem} onSubmit={() => void submit()}>
        {edit.meanwhile.map(({ field, now }) => (
          <p key={field} role="status">
            {t('courtesy.team.meanwhile', { field: labels[field], value: now })}
          </p>
        ))}
        <p className={css.only}>{t('courtesy.team.help', { list })}</p>
        {(['greeting', 'closing'] as const).map((field) => (
          <TextArea
            key={field}
            label={labels[field]}
            name={field}
            optional
            limit={2000}
            rows={3}
            value={edit.fields[field]}
            onChange={(event) => edit.type(field, event.target.value)}
          />
        ))}
        <FormActs>
          <Button weight="main" type="submit" pending={write.isPending}>
            {t('courtesy.team.save')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('courtesy.team.cancel')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
