// The form of a service as it will be met, to be tried while one writes it: nothing that is typed here goes anywhere.
import { useState } from 'react';
import type { Form, Given } from '../../contract/forms.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { FormProblem } from '../ui/form-problem.ts';
import { Markdown } from '../ui/markdown.tsx';
import FormFields from './form-fields.tsx';
import css from './editor.module.css';

export function Preview({ name, description, form }: { name: string; description: string; form: Form }) {
  const { t } = useWords();
  const [given, setGiven] = useState<Given>({});
  const [round, setRound] = useState(0);
  const worded = form.map((field) => ({ ...field, label: field.label || t('catalog.field.unnamed') }));
  return (
    <aside className={css.preview} aria-label={t('catalog.preview')}>
      <div className={css.sticky}>
        <p className={css.previewTitle}>
          {t('catalog.preview')}
          {Object.keys(given).length > 0 && (
            <Button
              weight="quiet"
              onClick={() => {
                setGiven({});
                setRound(round + 1);
              }}
            >
              {t('catalog.preview.again')}
            </Button>
          )}
        </p>
        <div className={css.sheet}>
          <h2 className={css.previewName}>{name || t('catalog.preview.unnamed')}</h2>
          {description && <Markdown>{description}</Markdown>}
          {/* What was refused of the service is no matter of the answers that are tried here. */}
          <FormProblem value={null}>
            <FormFields key={round} form={worded} given={given} onChange={setGiven} name="preview" />
          </FormProblem>
          {form.length === 0 && <p className={css.help}>{t('catalog.preview.none')}</p>}
        </div>
      </div>
    </aside>
  );
}
