// By when: times in words, each explaining itself in the serving side's working time, and any other day and time on their clock.
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { promisesApi } from '../../contract/promise-moves.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import type { DueChoice } from '../../contract/promises.ts';
import type { Problem } from '../platform/api.ts';
import { useNow } from '../platform/now.ts';
import { read } from '../platform/query.ts';
import { capital, cityOf, dayInWords, whenInWords } from '../platform/time.ts';
import { useWords, type Speech } from '../platform/words.tsx';
import { TextField } from '../ui/field.tsx';
import { Chips } from '../ui/chips.tsx';
import { instantAt, wallAt } from '../platform/wall-clock.ts';
import css from './due-field.module.css';

const other = 'other';
type Choices = { items: DueChoice[] };

type Of = {
  /** Whose serving side promises. */
  request?: string;
  /** Whose promiser promises anew; null: the reader, something of their own. */
  promise?: string | null;
};

/** Times that could be promised, and `at` explained if it is given. */
const choicesOf = ({ request, promise }: Of, at?: string) =>
  request === undefined
    ? read(promisesApi.listPromiseDueChoices, { query: { ...(promise ? { promise } : {}), ...(at ? { at } : {}) } })
    : read(requestsApi.listDueChoices, { params: { id: request }, query: at ? { at } : {} });

/** `value` is an ISO instant or ''. `not` leaves out the time that already holds; `none` offers not to say, with these words. */
export function DueField(
  props: Of & {
    label: string;
    value: string;
    onChange: (due: string) => void;
    not?: string | null;
    none?: string;
    error?: string | null;
  },
) {
  const { t, ...words } = useWords();
  const reader = { t, ...words };
  const now = useNow();
  const offered = useQuery<Choices, Problem>(choicesOf(props) as UseQueryOptions<Choices, Problem>);
  const choices = (offered.data?.items ?? []).filter((choice) => choice.at !== props.not);
  const known = choices.find((choice) => choice.at === props.value);
  const [free, setFree] = useState(false);
  const own = free || (props.value !== '' && offered.data !== undefined && !known);
  const explained = useQuery({
    ...(choicesOf(props, props.value) as UseQueryOptions<Choices, Problem>),
    enabled: own && props.value !== '',
  });
  const told = own ? explained.data?.items.find((choice) => choice.code === 'asked') : known;
  const zone = choices[0]?.zone ?? words.zone;
  const chips = [
    ...(props.none ? [{ value: '', label: props.none }] : []),
    ...choices.map((choice) => ({ value: choice.at, label: choiceInWords(choice, now, reader) })),
    { value: other, label: t('requests.due.other') },
  ];
  return (
    <Chips
      label={props.label}
      name="due"
      chips={chips}
      value={own ? other : props.value === '' && !props.none ? null : props.value}
      {...(props.error === undefined ? {} : { error: props.error })}
      onChoose={(value) => {
        setFree(value === other);
        if (value !== other) props.onChange(value);
      }}
    >
      {own && <OtherTime zone={zone} now={now} value={props.value} onChange={props.onChange} />}
      <p className={css.told} aria-live="polite">
        {told && explain(told, now, reader)}
      </p>
    </Chips>
  );
}

/** "today 16:00", "tomorrow noon", "Thursday 16:00", on the serving side's clock. */
function choiceInWords(choice: DueChoice, now: Date, reader: Speech): string {
  const there = { ...reader, zone: choice.zone };
  if (choice.code !== 'tomorrowNoon') return whenInWords(new Date(choice.at), now, there);
  return reader.t('requests.due.noon', { day: dayInWords(new Date(choice.at), now, there) });
}

/** "Thursday 15:00, Helsinki, 2 working days." and what else one should know of it. */
function explain(choice: DueChoice, now: Date, reader: Speech): string {
  const { t, locale, zone } = reader;
  const at = new Date(choice.at);
  const hours = Math.round(choice.workingMinutes / 6) / 10;
  const amount =
    choice.workingDays > 0
      ? t('requests.due.days', { count: choice.workingDays })
      : t('requests.due.hours', { hours: reader.number(Math.max(0, hours)), count: Math.max(0, hours) });
  const when = capital(whenInWords(at, now, { ...reader, zone: choice.zone }), locale);
  const here = whenInWords(at, now, reader);
  return [
    t('requests.due.told', { when, city: cityOf(choice.zone), amount }),
    here.toLocaleLowerCase(locale) === when.toLocaleLowerCase(locale)
      ? ''
      : t('requests.due.here', { when: here, city: cityOf(zone) }),
    choice.holiday ? t('requests.due.holiday', { holiday: choice.holiday }) : '',
    choice.inWorkingTime || choice.holiday ? '' : t('requests.due.outside'),
  ]
    .filter(Boolean)
    .join(' ');
}

function OtherTime(props: { zone: string; now: Date; value: string; onChange: (due: string) => void }) {
  const { t } = useWords();
  const [wall, setWall] = useState(() =>
    props.value ? wallAt(new Date(props.value), props.zone) : { date: '', time: '' },
  );
  const change = (part: Partial<typeof wall>) => {
    const next = { ...wall, ...part };
    setWall(next);
    props.onChange(instantAt(next, props.zone)?.toISOString() ?? '');
  };
  return (
    <div className={css.other}>
      <TextField
        label={t('requests.due.day')}
        type="date"
        min={wallAt(props.now, props.zone).date}
        max="9999-12-31"
        value={wall.date}
        onChange={(event) => change({ date: event.target.value })}
      />
      <TextField
        label={t('requests.due.time', { city: cityOf(props.zone) })}
        type="time"
        value={wall.time}
        onChange={(event) => change({ time: event.target.value })}
      />
    </div>
  );
}
