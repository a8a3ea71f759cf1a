// The form of a recurring ask, for a new one and for one that is changed.
import type { ReactNode } from 'react';
import type { Problem } from '../platform/api.ts';
import { useWords } from '../platform/words.tsx';
import { findRecipients } from '../requests/requests.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { RhythmFields, type Rhythm } from './rhythm-fields.tsx';

export type Draft = Rhythm & { title: string; details: string; to: Findable | null };

export const bodyOf = ({ title, details, to, recurrence, from, until, time, workdays }: Draft) => ({
  title,
  details,
  ...(to ? (to.kind === 'person' ? { person: to.id } : { team: to.id }) : {}),
  recurrence,
  from,
  until: until || null,
  time,
  workdays,
});

export function RecurringForm(props: {
  draft: Draft;
  change: (some: Partial<Draft>) => void;
  problem: Problem | null;
  onSubmit: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const { draft, change } = props;
  return (
    <Form problem={props.problem} onSubmit={props.onSubmit}>
      <TextArea
        label={t('recurring.what')}
        name="title"
        rows={1}
        limit={200}
        value={draft.title}
        placeholder={t('recurring.example')}
        onChange={(event) => change({ title: event.target.value.replaceAll(/[\r\n]+/g, ' ') })}
      />
      <Combobox
        label={t('recurring.to')}
        name={draft.to?.kind === 'person' ? 'person' : 'team'}
        of="recipients"
        search={findRecipients}
        value={draft.to}
        onChoose={(to) => change({ to })}
      />
      <TextArea
        label={t('recurring.details')}
        name="details"
        optional
        limit={20_000}
        value={draft.details}
        onChange={(event) => change({ details: event.target.value })}
      />
      <RhythmFields rhythm={draft} change={change} />
      {props.children}
    </Form>
  );
}
