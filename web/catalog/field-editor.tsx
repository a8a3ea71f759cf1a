// One question in the editor, opened: its words, its kind, its options, and when it is asked.
import { fieldKinds, type FieldKind, type Form, type FormField } from '../../contract/forms.ts';
import { useWords } from '../platform/words.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Switch } from '../ui/switch.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { isChosen, ofKind, relabelled, withOptions } from './form-edit.ts';
import { LinesEditor } from './lines-editor.tsx';
import css from './editor.module.css';

/** `fresh`: nobody can have answered it yet. */
export function FieldEditor(props: { form: Form; index: number; fresh: boolean; onChange: (form: Form) => void }) {
  const { t } = useWords();
  const { form, index, onChange } = props;
  const field = form[index];
  if (!field) return null;
  const path = `form.${index}`;
  const change = (part: Partial<FormField>) =>
    onChange(form.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <div className={css.field}>
      <TextField
        label={t('catalog.field.label')}
        name={`${path}.label`}
        limit={200}
        value={field.label}
        placeholder={t('catalog.field.example')}
        onChange={(event) => onChange(relabelled(form, index, event.target.value, props.fresh))}
      />
      <Select
        label={t('catalog.field.kind')}
        name={`${path}.kind`}
        value={field.kind}
        onChange={(event) => onChange(ofKind(form, index, event.target.value as FieldKind))}
      >
        {fieldKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`catalog.kind.${kind}`)}
          </option>
        ))}
      </Select>
      {isChosen(field.kind) && (
        <LinesEditor
          label={t('catalog.field.options')}
          name={`${path}.options`}
          add={t('catalog.field.option.add')}
          lines={field.options}
          onChange={(options) => onChange(withOptions(form, index, options))}
        />
      )}
      <TextField
        label={t('catalog.field.help')}
        name={`${path}.help`}
        optional
        limit={400}
        value={field.help}
        onChange={(event) => change({ help: event.target.value })}
      />
      <Switch checked={field.required} onChange={(required) => change({ required })}>
        {t('catalog.field.required')}
      </Switch>
      <ConditionEditor
        name={`${path}.showIf`}
        earlier={form.slice(0, index)}
        condition={field.showIf}
        onChange={(showIf) => change({ showIf })}
      />
    </div>
  );
}
