// The questions of a service: added, put in order by hand or keyboard, each opened to be written.
import { use, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { mostFields, type Form } from '../../contract/forms.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { FormProblem } from '../ui/form-problem.ts';
import { Icon } from '../ui/icons.tsx';
import { FieldEditor } from './field-editor.tsx';
import { moved, newField, withoutField } from './form-edit.ts';
import { FieldLine } from './field-line.tsx';
import css from './editor.module.css';

/** `kept` are the keys of questions that somebody may have answered: they stay as they are. */
export function FormEditor(props: { form: Form; kept: ReadonlySet<string>; onChange: (form: Form) => void }) {
  const { t } = useWords();
  const { form, onChange } = props;
  const list = useRef<HTMLOListElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [told, setTold] = useState('');
  const problems = use(FormProblem)?.fields ?? [];
  const isFaulty = (index: number) => problems.some(({ path }) => path.startsWith(`form.${index}.`));

  const focusLine = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-line]')[index]?.focus());
  const move = (from: number, to: number) => {
    if (to < 0 || to >= form.length || from === to) return;
    onChange(moved(form, from, to));
    setOpen(null);
    setTold(t('catalog.moved', { name: form[from]?.label, place: to + 1 }));
    focusLine(to);
  };
  const add = () => {
    onChange([...form, newField(form)]);
    setOpen(form.length);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus());
  };
  const remove = (index: number) => {
    onChange(withoutField(form, index));
    setOpen(null);
    setTold(t('catalog.field.removed', { name: form[index]?.label }));
    focusLine(Math.max(0, index - 1));
  };
  const keys = (event: KeyboardEvent, index: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0 || !event.altKey) return;
    event.preventDefault();
    move(index, index + by);
  };
  const drag = (index: number) => ({
    draggable: open !== index && !isFaulty(index),
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', String(index));
      setDragged(index);
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged !== null) move(dragged, index);
    },
    onDragEnd: () => setDragged(null),
  });
  return (
    <div className={css.form} data-field="form">
      {form.length === 0 && <p className={css.help}>{t('catalog.form.none')}</p>}
      <ol ref={list} className={css.fields}>
        {form.map((field, index) => {
          const isOpen = open === index || isFaulty(index);
          return (
            // A question that is being written changes its key with its words: it is known by its place.
            <li key={index} data-dragged={dragged === index || undefined} {...drag(index)}>
              <FieldLine
                form={form}
                index={index}
                open={isOpen}
                onOpen={() => setOpen(isOpen ? null : index)}
                onMove={(to) => move(index, to)}
                onRemove={() => remove(index)}
                onKeyDown={(event) => keys(event, index)}
              />
              {isOpen && (
                <FieldEditor
                  form={form}
                  index={index}
                  fresh={!props.kept.has(field.key)}
                  onChange={(next) => {
                    // Opened by a fault, it stays open once that is mended.
                    setOpen(index);
                    onChange(next);
                  }}
                />
              )}
            </li>
          );
        })}
      </ol>
      <p role="status" className={css.hidden}>
        {told}
      </p>
      {form.length < mostFields && (
        <Button onClick={add}>
          <Icon name="plus" /> {t('catalog.field.add')}
        </Button>
      )}
    </div>
  );
}
