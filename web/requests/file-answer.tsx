// A question of a service that is answered with a file: chosen here, sent up at once, the newest one is the answer.
import { useEffect, useState } from 'react';
import { AddFiles, ChosenFiles, useFiles } from '../attachments/attachments.tsx';
import type { FileFieldProps } from '../catalog/catalog.tsx';
import { newKey } from '../platform/api.ts';
import { keepDraft } from '../platform/drafts.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import css from './ask-service.module.css';

export function FileAnswer({ label, description, optional, value, onChange }: FileFieldProps) {
  const { t } = useWords();
  // The answer itself is kept with the ask; what was chosen to come to it is not.
  const [shelf] = useState(() => `answer.${newKey()}`);
  const files = useFiles(shelf);
  useEffect(() => () => keepDraft(`${shelf}.files`, ''), [shelf]);
  const newest = files.ids.at(-1) ?? null;
  const known = files.items.length > 0;
  useEffect(() => {
    if (newest !== null && newest !== value) onChange(newest);
  });
  return (
    <fieldset className={css.also}>
      <legend>
        {label} {optional && <small>{t('ui.field.optional')}</small>}
      </legend>
      {description && <small>{description}</small>}
      <ChosenFiles files={files} />
      <div>
        <AddFiles files={files} words />
        {value !== null && !known && (
          <Button weight="quiet" onClick={() => onChange(null)}>
            {t('requests.service.fileOff')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
