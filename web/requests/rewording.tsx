// Whoever asked puts the ask in other words, right under its title.
import { useState } from 'react';
import type { Given } from '../../contract/forms.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request } from '../../contract/requests.ts';
import { FormFields } from '../catalog/catalog.tsx';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';
import { AnswerFiles, FileAnswer, useAnswerFiles } from './file-answer.tsx';
import { freshen, settle } from './fresh.ts';
import { useKeptWords } from '../platform/kept-words.ts';
import css from './request.module.css';

/** Saved over the version that was shown; when somebody was quicker, both wordings are seen and nothing is lost. */
export function Rewording({ request, onClose }: { request: Request; onClose: () => void }) {
  const { t } = useWords();
  const [seen] = useState(request);
  const begin = { title: request.title, details: request.details };
  const [words, write, forget] = useKeptWords(`request.${request.id}.edit`, begin);
  const [answers, setAnswers] = useState<Given>(() =>
    Object.fromEntries(request.answers.map(({ key, answer }) => [key, answer])),
  );
  const files = useAnswerFiles(
    `request.${request.id}.edit`,
    request.form ?? [],
    request.answers.flatMap(({ file }) => file ?? []),
  );
  const edit = useWrite(requestsApi.editRequest);
  const save = async (version: number) => {
    if (files.sending) return;
    const body = { ...words, ...(request.form ? { answers } : {}) };
    const saved = await edit.send({ params: { id: request.id }, body, ifMatch: version });
    if (!saved) return freshen(request.id);
    forget();
    files.forget();
    settle(saved);
    toast(t('requests.edit.done'));
    onClose();
  };
  // Other changes (a hello, a colleague added) do not touch the words.
  const moved = request.title !== seen.title || request.details !== seen.details;
  return (
    <div className={css.rewording}>
      <Form
        problem={edit.problem?.code === 'changedMeanwhile' ? null : edit.problem}
        label={t('requests.edit')}
        onSubmit={() => !moved && void save(request.version)}
      >
        {moved && (
          <div className={css.moved} role="status">
            <b>{t('requests.edit.moved')}</b>
            <p dir="auto">{request.title}</p>
            {request.details !== seen.details && <small dir="auto">{request.details}</small>}
            <Button weight="soft" pending={edit.isPending} onClick={() => void save(request.version)}>
              {t('requests.edit.over')}
            </Button>
          </div>
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
        {request.form && (
          <AnswerFiles value={files.given}>
            <FormFields form={request.form} given={answers} onChange={setAnswers} File={FileAnswer} />
          </AnswerFiles>
        )}
        {request.approvals.some(({ state }) => state === 'approved') && <p>{t('requests.edit.yesAgain')}</p>}
        <FormActs>
          <Button weight="main" type="submit" pending={edit.isPending} disabled={moved}>
            {t('requests.edit.save')}
          </Button>
          <Button
            weight="quiet"
            onClick={() => {
              forget();
              files.forget();
              onClose();
            }}
          >
            {t('requests.edit.leave')}
          </Button>
          {files.sending && <small>{t('attachments.wait')}</small>}
        </FormActs>
      </Form>
    </div>
  );
}
