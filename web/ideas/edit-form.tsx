// Saying an idea in other words; what somebody changed meanwhile is told, and nothing typed is lost.
import { ideasApi } from '../../contract/ideas.ts';
import { useEdit } from '../platform/use-edit.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import type { FormOf } from './act-window.tsx';
import { done } from './answer-forms.tsx';

export function Edit({ idea, onClose }: FormOf) {
  const { t } = useWords();
  const edit = useEdit({ title: idea.title, why: idea.why }, idea.version);
  const write = useWrite(ideasApi.editIdea, { onDone: done(onClose) });
  return (
    <Form
      problem={write.problem}
      onSubmit={() => void write.send({ params: { id: idea.id }, body: edit.change, ifMatch: edit.version })}
    >
      {edit.meanwhile.length > 0 && <p role="status">{t('ideas.edit.meanwhile')}</p>}
      <TextField
        label={t('ideas.new.sentence')}
        name="title"
        value={edit.fields.title}
        limit={200}
        autoFocus
        onChange={(event) => edit.type('title', event.target.value)}
      />
      <TextArea
        label={t('ideas.new.why')}
        name="why"
        optional
        rows={5}
        value={edit.fields.why}
        limit={4000}
        onChange={(event) => edit.type('why', event.target.value)}
      />
      <FormActs>
        <Button weight="main" type="submit" pending={write.isPending}>
          {t('ideas.edit.send')}
        </Button>
        <Button weight="quiet" onClick={onClose}>
          {t('ideas.cancel')}
        </Button>
      </FormActs>
    </Form>
  );
}
