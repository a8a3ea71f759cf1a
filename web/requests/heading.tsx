// The ask as the title; whoever asked can put it in other words, right there.
import { useState } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request } from '../../contract/requests.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';
import { freshen, settle } from './fresh.ts';
import { useKeptWords } from './kept-words.ts';
import css from './request.module.css';

export function Heading({ request }: { request: Request }) {
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  if (editing) return <Rewording request={request} onClose={() => setEditing(false)} />;
  return (
    <>
      <span dir="auto">{request.title}</span>
      {request.can.includes('edit') && (
        <button type="button" className={css.reword} onClick={() => setEditing(true)}>
          {t('requests.edit')}
        </button>
      )}
    </>
  );
}

/** Saved over the version that was shown; when somebody was quicker, both wordings are seen and nothing is lost. */
function Rewording({ request, onClose }: { request: Request; onClose: () => void }) {
  const { t } = useWords();
  const [seen, setSeen] = useState(request);
  const begin = { title: request.title, details: request.details };
  const [words, write, forget] = useKeptWords(`request.${request.id}.edit`, begin);
  const edit = useWrite(requestsApi.editRequest);
  const save = async () => {
    const saved = await edit.send({ params: { id: request.id }, body: words, ifMatch: seen.version });
    if (!saved) return freshen(request.id);
    forget();
    settle(saved);
    toast(t('requests.edit.done'));
    onClose();
  };
  const moved = request.version !== seen.version;
  return (
    <span className={css.rewording}>
      <Form problem={moved ? null : edit.problem} label={t('requests.edit')} onSubmit={() => void save()}>
        {moved && (
          <span className={css.moved} role="status">
            <b>{t('requests.edit.moved')}</b>
            <span dir="auto">{request.title}</span>
            {request.details !== seen.details && <small dir="auto">{request.details}</small>}
            <Button weight="soft" onClick={() => setSeen(request)}>
              {t('requests.edit.over')}
            </Button>
          </span>
        )}
        <TextArea
          label={t('requests.ask.title')}
          name="title"
          limit={200}
          rows={1}
          autoFocus
          value={words.title}
          onChange={(event) => write({ title: event.target.value.replaceAll(/[\r\n]+/g, ' ') })}
        />
        <TextArea
          label={t('requests.ask.details')}
          name="details"
          optional
          limit={20_000}
          value={words.details}
          onChange={(event) => write({ details: event.target.value })}
        />
        <FormActs>
          <Button weight="main" type="submit" pending={edit.isPending} disabled={moved}>
            {t('requests.edit.save')}
          </Button>
          <Button
            weight="quiet"
            onClick={() => {
              forget();
              onClose();
            }}
          >
            {t('requests.edit.leave')}
          </Button>
        </FormActs>
      </Form>
    </span>
  );
}
