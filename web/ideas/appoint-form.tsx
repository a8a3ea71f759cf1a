// Arranging when what was promised is asked about: when, for how long, what is shown then, and who will ask.
import { useState } from 'react';
import { ideasApi } from '../../contract/ideas.ts';
import { useNow } from '../platform/now.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Select } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { LinesField, linesOf } from '../ui/lines-field.tsx';
import type { FormOf } from './act-window.tsx';
import { done, of } from './answer-forms.tsx';
import { daysAhead, WhenField } from '../ui/when-field.tsx';

const lengths = [15, 30, 45, 60] as const;

export function Appoint({ idea, onClose }: FormOf) {
  const { t, zone } = useWords();
  const now = useNow();
  const [chosen, setAt] = useState<string | null>(null);
  const at = chosen ?? daysAhead(now, 7, zone, '14:00');
  const [minutes, setMinutes] = useState(30);
  const [shown, setShown] = useState(idea.promise?.deliverable ?? '');
  const [asks, setAsks] = useState(idea.promisee?.id ?? '');
  const write = useWrite(ideasApi.appointIdea, { onDone: done(onClose) });
  const sides = [idea.promisee, idea.promiser].filter((one) => one !== null);
  const deliverables = linesOf(shown);
  return (
    <Form
      problem={write.problem}
      onSubmit={() => void write.send({ ...of(idea), body: { at, minutes, deliverables, asks } })}
    >
      <WhenField label={t('ideas.when.at')} name="at" value={at} onChange={setAt} />
      <Select
        label={t('ideas.appoint.minutes')}
        name="minutes"
        value={String(minutes)}
        onChange={(event) => setMinutes(Number(event.target.value))}
      >
        {lengths.map((count) => (
          <option key={count} value={count}>
            {t('ideas.appoint.minutes.of', { count })}
          </option>
        ))}
      </Select>
      <LinesField
        label={t('ideas.appoint.what')}
        name="deliverables"
        value={shown}
        onChange={(event) => setShown(event.target.value)}
      />
      <Chips
        label={t('ideas.appoint.asks')}
        name="asks"
        chips={sides.map(({ id, name }) => ({ value: id, label: name }))}
        value={asks}
        onChoose={setAsks}
      />
      <FormActs>
        <Button weight="main" type="submit" pending={write.isPending}>
          {t('ideas.appoint.send')}
        </Button>
        <Button weight="quiet" onClick={onClose}>
          {t('ideas.cancel')}
        </Button>
      </FormActs>
    </Form>
  );
}
