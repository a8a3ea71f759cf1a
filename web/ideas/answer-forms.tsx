// Answering an idea, saying that it is done, and taking it back: each a few words and one button.
import { useState, type ReactNode } from 'react';
import { ideasApi, type Idea } from '../../contract/ideas.ts';
import type { Problem } from '../platform/api.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import type { FormOf } from './act-window.tsx';
import { keep } from './fresh.ts';

/** What each write names: the idea, and the version that was shown. */
export const of = (idea: Idea) => ({ params: { id: idea.id }, ifMatch: idea.version });
export const done = (onClose: () => void) => (idea: Idea) => {
  keep(idea);
  onClose();
};

function WordsForm(props: {
  problem: Problem | null;
  pending: boolean;
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
  send: string;
  danger?: boolean;
  before?: ReactNode;
  onSend: (words: string) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  return (
    <Form problem={props.problem} onSubmit={() => props.onSend(words)}>
      {props.before}
      <TextArea
        label={props.label}
        name={props.name}
        value={words}
        limit={2000}
        autoFocus={!props.before}
        {...(props.help ? { description: props.help } : {})}
        {...(props.optional ? { optional: true } : {})}
        onChange={(event) => setWords(event.target.value)}
      />
      <FormActs>
        <Button weight={props.danger ? 'danger' : 'main'} type="submit" pending={props.pending}>
          {props.send}
        </Button>
        <Button weight="quiet" onClick={props.onClose}>
          {t('ideas.cancel')}
        </Button>
      </FormActs>
    </Form>
  );
}

export function Decide({ idea, onClose }: FormOf) {
  const { t } = useWords();
  const write = useWrite(ideasApi.decideIdea, { onDone: done(onClose) });
  return (
    <WordsForm
      problem={write.problem}
      pending={write.isPending}
      name="words"
      label={t('ideas.decide.words')}
      optional
      send={t('ideas.act.decide')}
      onSend={(words) => void write.send({ ...of(idea), body: { words } })}
      onClose={onClose}
    />
  );
}

export function Decline({ idea, onClose }: FormOf) {
  const { t } = useWords();
  const [answer, setAnswer] = useState<'no' | 'notNow'>('notNow');
  const write = useWrite(ideasApi.declineIdea, { onDone: done(onClose) });
  return (
    <WordsForm
      problem={write.problem}
      pending={write.isPending}
      name="reason"
      label={t('ideas.decline.reason')}
      help={t('ideas.decline.reason.help')}
      send={t('ideas.decline.send')}
      before={
        <Chips
          label={t('ideas.decline.answer')}
          name="answer"
          chips={(['notNow', 'no'] as const).map((value) => ({ value, label: t(`ideas.answered.${value}`) }))}
          value={answer}
          onChoose={setAnswer}
        />
      }
      onSend={(reason) => void write.send({ ...of(idea), body: { answer, reason } })}
      onClose={onClose}
    />
  );
}

export function Complete({ idea, onClose }: FormOf) {
  const { t } = useWords();
  const write = useWrite(ideasApi.completeIdea, { onDone: done(onClose) });
  return (
    <WordsForm
      problem={write.problem}
      pending={write.isPending}
      name="words"
      label={t('ideas.complete.words')}
      optional
      send={t('ideas.complete.send')}
      onSend={(words) => void write.send({ ...of(idea), body: { words } })}
      onClose={onClose}
    />
  );
}

export function Withdraw({ idea, onClose }: FormOf) {
  const { t } = useWords();
  const write = useWrite(ideasApi.withdrawIdea, { onDone: done(onClose) });
  return (
    <WordsForm
      problem={write.problem}
      pending={write.isPending}
      name="reason"
      label={t('ideas.withdraw.reason')}
      optional
      send={t('ideas.act.withdraw')}
      danger
      onSend={(reason) => void write.send({ ...of(idea), body: { reason } })}
      onClose={onClose}
    />
  );
}
