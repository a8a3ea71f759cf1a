// The field for an article's words, with a few marks over it. The marks work on what is chosen; the browser can undo them.
import { useRef, type KeyboardEvent } from 'react';
import { useWords } from '../platform/words.tsx';
import { Field } from '../ui/field.tsx';
import { useGrowing } from '../ui/growing.ts';
import { withMark, type Mark } from './marking.ts';
import css from './editor.module.css';

const marks: readonly { mark: Mark; sign: string; keys?: string }[] = [
  { mark: 'heading', sign: 'H' },
  { mark: 'bold', sign: 'B', keys: 'b' },
  { mark: 'italic', sign: 'I', keys: 'i' },
  { mark: 'list', sign: '•' },
  { mark: 'steps', sign: '1.' },
  { mark: 'link', sign: '↗' },
];

export function WordsField({ value, onChange: change }: { value: string; onChange: (words: string) => void }) {
  const { t } = useWords();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const grow = useGrowing(value);
  const put = (mark: Mark) => {
    const field = area.current;
    if (!field) return;
    const next = withMark({ text: value, from: field.selectionStart, to: field.selectionEnd }, mark);
    field.focus();
    field.select();
    // The one way that leaves "undo" to the browser; where it is gone, the words are set plainly.
    if (!document.execCommand('insertText', false, next.text)) change(next.text);
    requestAnimationFrame(() => field.setSelectionRange(next.from, next.to));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const found = marks.find(({ keys }) => keys === event.key.toLowerCase());
    if (!found || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    put(found.mark);
  };
  return (
    <Field label={t('knowledge.edit.body')} name="body">
      {(wiring) => (
        <div className={css.field}>
          <div className={css.marks} role="group" aria-label={t('knowledge.edit.marks')}>
            {marks.map(({ mark, sign, keys }) => (
              <button
                key={mark}
                type="button"
                aria-label={t(`knowledge.mark.${mark}`)}
                title={t(`knowledge.mark.${mark}`)}
                {...(keys ? { 'aria-keyshortcuts': `Control+${keys.toUpperCase()}` } : {})}
                data-mark={mark}
                onClick={() => put(mark)}
              >
                {sign}
              </button>
            ))}
          </div>
          <textarea
            {...wiring}
            name="body"
            ref={(element) => {
              area.current = element;
              return grow(element);
            }}
            rows={14}
            dir="auto"
            value={value}
            placeholder={t('knowledge.edit.body.example')}
            onKeyDown={onKeyDown}
            onChange={(event) => change(event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}
