// One question in the editor, closed: its words, its kind, when it is asked; and moving, opening, removing it.
import type { KeyboardEvent } from 'react';
import type { Form, Test } from '../../contract/forms.ts';
import { useWords, type Speech } from '../platform/words.tsx';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Menu, MenuAct } from '../ui/menu.tsx';
import css from './editor.module.css';

export function FieldLine(props: {
  form: Form;
  index: number;
  open: boolean;
  onOpen: () => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const words = useWords();
  const { t } = words;
  const { form, index, onMove } = props;
  const field = form[index];
  if (!field) return null;
  const name = field.label || t('catalog.field.unnamed');
  return (
    <div className={css.line}>
      <span className={css.grip} aria-hidden="true" />
      <button
        type="button"
        data-line
        className={css.lineWords}
        aria-expanded={props.open}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={props.onOpen}
        onKeyDown={props.onKeyDown}
      >
        <span className={field.label ? undefined : css.unnamed}>{name}</span>
        <small>
          {t(`catalog.kind.${field.kind}`)}
          {field.required ? ` · ${t('catalog.field.needed')}` : ''}
          {field.showIf ? ` · ${conditionInWords(field.showIf, form, words)}` : ''}
        </small>
      </button>
      <span className={css.lineActs}>
        <span className={css.arrows}>
          <IconButton label={t('catalog.moveUp', { name })} disabled={index === 0} onClick={() => onMove(index - 1)}>
            <span className={css.up}>
              <Icon name="down" />
            </span>
          </IconButton>
          <IconButton
            label={t('catalog.moveDown', { name })}
            disabled={index === form.length - 1}
            onClick={() => onMove(index + 1)}
          >
            <Icon name="down" />
          </IconButton>
        </span>
        <Menu dots label={t('catalog.field.more', { name })}>
          <MenuAct onAct={props.onOpen}>{t(props.open ? 'catalog.field.close' : 'catalog.field.open')}</MenuAct>
          {index > 0 ? <MenuAct onAct={() => onMove(index - 1)}>{t('catalog.field.up')}</MenuAct> : null}
          {index < form.length - 1 ? (
            <MenuAct onAct={() => onMove(index + 1)}>{t('catalog.field.down')}</MenuAct>
          ) : null}
          <MenuAct danger onAct={props.onRemove}>
            {t('catalog.field.remove')}
          </MenuAct>
        </Menu>
      </span>
    </div>
  );
}

/** "when «Kind» is «Laptop»", "when «Kind» is «Laptop» and «Price» is at least 1,000". */
export function conditionInWords(
  { need, tests }: { need: 'all' | 'any'; tests: readonly Test[] },
  form: Form,
  words: Speech,
): string {
  const parts = tests.map((test) => {
    const asked = form.find(({ key }) => key === test.field);
    const field = asked?.label || words.t('catalog.field.unnamed');
    const numeric = asked?.kind === 'number' || asked?.kind === 'money';
    const how = words.t(numeric && test.is === 'is' ? 'catalog.test.equals' : `catalog.test.${test.is}`);
    if (test.value === undefined) return words.t('catalog.condition.plain', { field, how });
    return words.t('catalog.condition.value.said', { field, how, value: valueInWords(test.value, asked?.kind, words) });
  });
  return words.t('catalog.condition.when', {
    tests: words.list(parts, need === 'any' ? 'disjunction' : 'conjunction'),
  });
}

function valueInWords(value: string | number, kind: string | undefined, words: Speech): string {
  if (typeof value === 'number') return words.number(value);
  if (kind !== 'date' && kind !== 'dateTime') return value;
  const format = new Intl.DateTimeFormat(words.locale, {
    dateStyle: 'medium',
    ...(kind === 'dateTime' ? { timeStyle: 'short', timeZone: words.zone } : { timeZone: 'UTC' }),
  });
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : format.format(at);
}
