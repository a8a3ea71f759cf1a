// The field for an article's words, with a few marks over it. The marks work on what is chosen; the browser can undo them.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { AttachmentRef } from '../../contract/attachments.ts';
import { AddFiles, ChosenFiles, DropZone, type Files } from '../attachments/attachments.tsx';
import { useWords } from '../platform/words.tsx';
import { Field } from '../ui/field.tsx';
import { useGrowing } from '../ui/growing.ts';
import { Hidden } from '../ui/hidden.tsx';
import { withFiles, withMark, type Chosen, type Mark } from './marking.ts';
import css from './editor.module.css';

const marks: readonly { mark: Mark; sign: string; keys?: string }[] = [
  { mark: 'heading', sign: 'H' },
  { mark: 'bold', sign: 'B', keys: 'b' },
  { mark: 'italic', sign: 'I', keys: 'i' },
  { mark: 'list', sign: '•' },
  { mark: 'steps', sign: '1.' },
  { mark: 'link', sign: '↗' },
];

type Parts = { value: string; onChange: (words: string) => void; files: Files };

export function WordsField({ value, onChange: change, files }: Parts) {
  const { t } = useWords();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const grow = useGrowing(value);
  const chosen = (field: HTMLTextAreaElement) => ({ text: value, from: field.selectionStart, to: field.selectionEnd });
  const set = (field: HTMLTextAreaElement, next: Chosen) => {
    field.focus();
    field.select();
    // The one way that leaves "undo" to the browser; where it is gone, the words are set plainly.
    if (!document.execCommand('insertText', false, next.text)) change(next.text);
    requestAnimationFrame(() => field.setSelectionRange(next.from, next.to));
  };
  const put = (mark: Mark) => {
    const field = area.current;
    if (field) set(field, withMark(chosen(field), mark));
  };
  const told = usePlacing(files, (fresh) => {
    const field = area.current;
    if (!field) return;
    const next = withFiles(chosen(field), fresh);
    // Whoever writes elsewhere meanwhile is not called away.
    if (document.activeElement === field || document.activeElement === document.body) set(field, next);
    else change(next.text);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const found = marks.find(({ keys }) => keys === event.key.toLowerCase());
    if (!found || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    put(found.mark);
  };
  return (
    <Field label={t('knowledge.edit.body')} name="body">
      {(wiring) => (
        <DropZone onFiles={files.add}>
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
              <AddFiles files={files} />
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
            <ChosenFiles files={{ ...files, items: files.items.filter(({ state }) => state !== 'sent') }} />
            <span role="status">
              <Hidden>{told !== '' && t('knowledge.edit.placed', { name: told })}</Hidden>
            </span>
          </div>
        </DropZone>
      )}
    </Field>
  );
}

/** Puts each file into the words as soon as it is there; the name of the last. Those kept from an earlier time stand there already. */
function usePlacing(files: Files, place: (fresh: AttachmentRef[]) => void): string {
  const [kept] = useState(() => new Set(files.ids));
  const placed = useRef(kept);
  useEffect(() => {
    const fresh = files.items.flatMap(({ file }) => (file && !placed.current.has(file.id) ? [file] : []));
    if (fresh.length === 0) return;
    placed.current = new Set([...placed.current, ...fresh.map(({ id }) => id)]);
    place(fresh);
  });
  return files.items.findLast(({ file }) => file && !kept.has(file.id))?.name ?? '';
}
