// A question of a service that is answered with one file: chosen or dropped here, sent up at once; its id is the answer.
import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { AttachmentRef } from '../../contract/attachments.ts';
import type { Form } from '../../contract/forms.ts';
import { AddFiles, ChosenFiles, DropZone, SaveLink, useFiles } from '../attachments/attachments.tsx';
import type { FileFieldProps } from '../catalog/catalog.tsx';
import { keepDraft } from '../platform/drafts.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import css from './ask-service.module.css';

type Answering = {
  /** Under which the files are kept beside the words of the ask. */
  shelf: string;
  /** Files that are answers already. */
  there: readonly AttachmentRef[];
  onSending: (name: string, sending: boolean) => void;
};

/** Around the fields of a form: `<AnswerFiles value={useAnswerFiles(…).given}>`. */
export const AnswerFiles = createContext<Answering>({ shelf: 'answer', there: [], onSending: () => undefined });

/** The files among the answers of a form: whether some are on their way, and what to do once all is sent. */
export function useAnswerFiles(shelf: string, form: Form, there: readonly AttachmentRef[] = []) {
  const [underWay, setUnderWay] = useState<readonly string[]>([]);
  const onSending = useCallback(
    (name: string, sending: boolean) =>
      setUnderWay((old) => (sending ? [...new Set([...old, name])] : old.filter((one) => one !== name))),
    [],
  );
  const given = useMemo(() => ({ shelf, there, onSending }), [shelf, there, onSending]);
  const forget = () =>
    form.forEach(({ key, kind }) => kind === 'file' && keepDraft(`${shelf}.answers.${key}.files`, ''));
  return { given, sending: underWay.length > 0, forget };
}

export function FileAnswer({ label, description, name, optional, value, onChange }: FileFieldProps) {
  const { t } = useWords();
  const { shelf, there, onSending } = use(AnswerFiles);
  const files = useFiles(`${shelf}.${name}`, 1);
  const before = there.find(({ id }) => id === value);
  const answer = files.items.length > 0 ? (files.ids[0] ?? null) : (before?.id ?? null);
  useEffect(() => {
    if (answer !== value) onChange(answer);
  });
  useEffect(() => {
    onSending(name, files.sending);
    return () => onSending(name, false);
  }, [onSending, name, files.sending]);
  return (
    <Field label={label} name={name} optional={optional} {...(description ? { description } : {})}>
      {({ id, 'aria-describedby': described }) => (
        <DropZone onFiles={files.add}>
          <div className={css.file} id={id} role="group" aria-label={label} aria-describedby={described}>
            <ChosenFiles files={files} />
            {before && files.items.length === 0 && <SaveLink file={before} />}
            <div>
              <AddFiles files={files} words />
              {before && files.items.length === 0 && (
                <Button weight="quiet" onClick={() => onChange(null)}>
                  {t('requests.service.fileOff')}
                </Button>
              )}
            </div>
          </div>
        </DropZone>
      )}
    </Field>
  );
}
