// Proposing: one sentence, what it is good for, and who is to answer. `?team=` says which team.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import { ideasApi } from '../../contract/ideas.ts';
import { useGo, useSearchParam } from '../platform/address.ts';
import { draft, keepDraft } from '../platform/drafts.ts';
import { read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { keep } from './fresh.ts';

const kept = { title: 'idea.new.title', why: 'idea.new.why' } as const;

export default function NewPage() {
  const { t } = useWords();
  const go = useGo();
  const [asked] = useSearchParam('team');
  const [title, setTitle] = useState(() => draft(kept.title));
  const [why, setWhy] = useState(() => draft(kept.why));
  const [team, setTeam] = useState<string | null>(asked || null);
  const [sight, setSight] = useState<'open' | 'team'>('open');
  const write = useWrite(ideasApi.createIdea);
  const send = async () => {
    const made = await write.send({ body: { title, why, team, sight: team === null ? 'open' : sight } });
    if (!made) return;
    keepDraft(kept.title, '');
    keepDraft(kept.why, '');
    keep(made);
    toast(t('ideas.new.done'));
    go(`/ideas/${made.id}`);
  };
  return (
    <Page title={t('ideas.new.title')} sub={t('ideas.new.sub')} narrow>
      <Form problem={write.problem} onSubmit={() => void send()}>
        <TextField
          label={t('ideas.new.sentence')}
          description={t('ideas.new.sentence.help')}
          name="title"
          value={title}
          limit={200}
          onChange={(event) => {
            setTitle(event.target.value);
            keepDraft(kept.title, event.target.value);
          }}
        />
        <TextArea
          label={t('ideas.new.why')}
          name="why"
          optional
          value={why}
          limit={4000}
          rows={4}
          onChange={(event) => {
            setWhy(event.target.value);
            keepDraft(kept.why, event.target.value);
          }}
        />
        <Whom team={team} onChange={setTeam} />
        {team !== null && (
          <Chips
            label={t('ideas.new.sight')}
            name="sight"
            chips={(['open', 'team'] as const).map((value) => ({ value, label: t(`ideas.new.sight.${value}`) }))}
            value={sight}
            onChoose={setSight}
          />
        )}
        <FormActs>
          <Button weight="main" type="submit" pending={write.isPending}>
            {t('ideas.new.send')}
          </Button>
          <LinkButton to="/ideas" weight="quiet">
            {t('ideas.cancel')}
          </LinkButton>
        </FormActs>
      </Form>
    </Page>
  );
}

/** To the company, or to which team. */
function Whom({ team, onChange }: { team: string | null; onChange: (team: string | null) => void }) {
  const { t } = useWords();
  const teams = useQuery(read(directoryApi.listTeams, { query: { limit: 100 } }));
  const first = teams.data?.items[0]?.id;
  return (
    <>
      <Chips
        label={t('ideas.new.to')}
        name="to"
        chips={[
          { value: 'company', label: t('ideas.new.to.company') },
          { value: 'team', label: t('ideas.new.to.team') },
        ]}
        value={team === null ? 'company' : 'team'}
        onChoose={(to) => onChange(to === 'company' ? null : (first ?? null))}
      />
      {team !== null && (
        <Select label={t('ideas.new.team')} name="team" value={team} onChange={(event) => onChange(event.target.value)}>
          {teams.data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}
