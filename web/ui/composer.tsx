// Where one writes to others: grows, keeps its draft, mentions with "@", sends with Ctrl Enter, and can turn to the team alone.
import { useQuery } from '@tanstack/react-query';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Problem } from '../platform/api.ts';
import { draft, keepDraft } from '../platform/drafts.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from './button.tsx';
import { FoundLine, type Findable, type Search } from './combobox.tsx';
import { ProblemNote } from './form.tsx';
import { useGrowing } from './growing.ts';
import { Hidden } from './hidden.tsx';
import { marked, mentionBefore, shown, withMention, type Mentioned } from './mentions.ts';
import { Switch } from './switch.tsx';
import css from './composer.module.css';

export type ComposerProps = {
  /** What the field is called and, as a placeholder, says: "Write to Mika and IT…". */
  label: string;
  /** The draft's key: `request.${id}`. */
  draftKey: string;
  /** The words with their marks. Resolve true when it is sent (the draft is forgotten), false when not (the words stay). */
  onSend: (words: string, options: { teamOnly: boolean }) => Promise<boolean>;
  /** The word on the button; "Send" by default. */
  send?: string;
  limit?: number;
  problem?: Problem | null;
  /** Who can be mentioned; without it "@" means nothing. */
  mention?: Search<Findable>;
  /** Offers the switch, with these words: "Only IT sees this". The field turns brass while it is on. */
  teamOnly?: string;
  /** Left of the button: a quiet hint. */
  note?: ReactNode;
  autoFocus?: boolean;
  /** What goes along with the words, shown under them. */
  along?: ReactNode;
  /** Left in the footer: buttons that add something. As a function it can `put` words where the caret is. */
  tools?: ReactNode | ((put: (words: string) => void) => ReactNode);
  /** Something goes along, so that the words may be empty. */
  filled?: boolean;
  /** Why it cannot be sent just now: something is still on its way. */
  wait?: string | undefined;
};

export function Composer(props: ComposerProps) {
  const { t } = useWords();
  const id = useId();
  const [kept] = useState(() => shown(draft(props.draftKey)));
  const [words, setWords] = useState(kept.words);
  const [people, setPeople] = useState<readonly Mentioned[]>(kept.people);
  const [caret, setCaret] = useState(0);
  const [teamOnly, setTeamOnly] = useState(false);
  const [pending, setPending] = useState(false);
  const area = useRef<HTMLTextAreaElement | null>(null);
  const grow = useGrowing(words);
  const limit = props.limit ?? 10_000;
  const empty = words.trim() === '' && !props.filled;
  const over = marked(words, people).length - limit;

  const write = (next: string, meant: readonly Mentioned[] = people) => {
    setWords(next);
    setPeople(meant);
    keepDraft(props.draftKey, marked(next, meant));
  };
  const picker = useMentions(props.mention, words, caret, (next, person) => {
    write(next.words, [...people, person]);
    setCaret(next.caret);
    requestAnimationFrame(() => area.current?.setSelectionRange(next.caret, next.caret));
  });
  const send = async () => {
    if (pending || empty || over > 0 || props.wait) return;
    setPending(true);
    const sent = await props.onSend(marked(words, people).trim(), { teamOnly }).finally(() => setPending(false));
    if (!sent) return;
    write('', []);
    setTeamOnly(false);
    area.current?.focus();
  };
  const put = (more: string) => {
    const before = words.slice(0, caret);
    const gap = before === '' || /\s$/.test(before) ? '' : '\n\n';
    write(`${before}${gap}${more}${words.slice(caret)}`);
    const end = before.length + gap.length + more.length;
    setCaret(end);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(end, end);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (picker.press(event.key)) event.preventDefault();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <div className={teamOnly ? `${css.composer} ${css.team}` : css.composer}>
      {teamOnly && <p className={css.only}>{props.teamOnly}</p>}
      <textarea
        ref={(element) => {
          area.current = element;
          return grow(element);
        }}
        className={css.area}
        aria-label={props.label}
        placeholder={props.label}
        value={words}
        rows={2}
        dir="auto"
        {...(props.autoFocus ? { autoFocus: true } : {})}
        aria-autocomplete={props.mention ? 'list' : undefined}
        aria-controls={picker.people.length > 0 ? `${id}-people` : undefined}
        aria-activedescendant={picker.people.length > 0 ? `${id}-${picker.at}` : undefined}
        onChange={(event) => {
          write(event.target.value);
          setCaret(event.target.selectionStart);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={picker.close}
        onKeyDown={onKeyDown}
      />
      {picker.people.length > 0 && (
        <ul className={css.people} role="listbox" id={`${id}-people`} aria-label={t('ui.composer.people')}>
          {picker.people.map((person, index) => (
            <li
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === picker.at}
              onPointerDown={(event) => {
                event.preventDefault();
                picker.choose(index);
              }}
            >
              <FoundLine found={person} />
            </li>
          ))}
        </ul>
      )}
      <span role="status">
        <Hidden>{picker.people.length > 0 ? t('ui.composer.found', { count: picker.people.length }) : ''}</Hidden>
      </span>
      {props.along}
      {props.problem && <ProblemNote problem={props.problem} />}
      <footer className={css.footer}>
        {typeof props.tools === 'function' ? props.tools(put) : props.tools}
        {props.teamOnly && (
          <Switch checked={teamOnly} onChange={setTeamOnly}>
            {t('ui.composer.teamOnly')}
          </Switch>
        )}
        <small className={over > 0 ? css.over : css.note}>
          {over > 0 ? t('ui.field.over', { count: over }) : (props.wait ?? props.note)}
        </small>
        <Button
          weight="soft"
          pending={pending}
          aria-keyshortcuts="Control+Enter"
          disabled={empty || over > 0 || Boolean(props.wait)}
          onClick={() => void send()}
        >
          {props.send ?? t('ui.composer.send')}
        </Button>
      </footer>
    </div>
  );
}

function useMentions(
  search: Search<Findable> | undefined,
  words: string,
  caret: number,
  put: (next: { words: string; caret: number }, person: Mentioned) => void,
) {
  const [at, setAt] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const typed = search ? mentionBefore(words, caret) : null;
  const open = typed !== null && typed.from !== closedAt;
  const found = useQuery({
    queryKey: ['find', 'mentions', typed?.name ?? ''],
    queryFn: async ({ signal }) => (await search?.(typed?.name ?? '', signal)) ?? [],
    enabled: open,
  });
  const people = open ? (found.data ?? []).slice(0, 6) : [];
  useLayoutEffect(() => setAt(0), [typed?.name]);
  const choose = (index: number) => {
    const person = people[index];
    if (person && typed) put(withMention(words, caret, typed.from, person), person);
  };
  const close = () => setClosedAt(typed?.from ?? null);
  const press = (key: string): boolean => {
    if (people.length === 0) return false;
    if (key === 'ArrowDown') setAt((at + 1) % people.length);
    else if (key === 'ArrowUp') setAt((at + people.length - 1) % people.length);
    else if (key === 'Enter' || key === 'Tab') choose(at);
    else if (key === 'Escape') close();
    else return false;
    return true;
  };
  return { people, at, choose, close, press };
}
