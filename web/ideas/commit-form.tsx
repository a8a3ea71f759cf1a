// Promising to do it: what will be there, to whom, by when.
import { useState } from 'react';
import { ideasApi } from '../../contract/ideas.ts';
import { findPeople } from '../directory/directory.tsx';
import { useNow } from '../platform/now.ts';
import { useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import type { FormOf } from './act-window.tsx';
import { done, of } from './answer-forms.tsx';
import { daysAhead, WhenField } from '../ui/when-field.tsx';

export function Commit({ idea, onClose }: FormOf) {
  const { t, zone } = useWords();
  const me = useMe();
  const now = useNow();
  const [deliverable, setDeliverable] = useState(idea.title);
  // Whoever had the idea waits for it the most.
  const [to, setTo] = useState<Findable | null>(idea.author.id === me.id ? null : idea.author);
  const [tried, setTried] = useState(false);
  const [chosen, setDue] = useState<string | null>(null);
  const due = chosen ?? daysAhead(now, 14, zone, '14:00');
  const write = useWrite(ideasApi.commitIdea, { onDone: done(onClose) });
  return (
    <Form
      problem={write.problem}
      onSubmit={() => {
        setTried(true);
        void write.send({ ...of(idea), body: { to: to?.id ?? '', deliverable, due } });
      }}
    >
      <TextArea
        label={t('ideas.commit.what')}
        name="deliverable"
        value={deliverable}
        limit={500}
        rows={2}
        onChange={(event) => setDeliverable(event.target.value.replaceAll('\n', ' '))}
      />
      <Combobox
        label={t('ideas.commit.to')}
        description={t('ideas.commit.to.help')}
        name="to"
        of="people"
        search={async (text, signal) => (await findPeople(text, signal)).filter(({ id }) => id !== me.id)}
        value={to}
        onChoose={setTo}
        {...(tried && !to ? { error: t('ideas.commit.to.needed') } : {})}
      />
      <WhenField label={t('ideas.when.by')} name="due" value={due} onChange={setDue} />
      <FormActs>
        <Button weight="main" type="submit" pending={write.isPending}>
          {t('ideas.commit.send')}
        </Button>
        <Button weight="quiet" onClick={onClose}>
          {t('ideas.cancel')}
        </Button>
      </FormActs>
    </Form>
  );
}
