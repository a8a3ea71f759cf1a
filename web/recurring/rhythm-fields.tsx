// The rule of a recurring ask, put together from a few choices; the days that follow from it stand beside it at once.
import { daysOf, type Recurrence } from '../../contract/recurrence.ts';
import { useNow } from '../platform/now.ts';
import { useWords } from '../platform/words.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Check } from '../ui/switch.tsx';
import { dayInWords, rhythmInWords, weekdayName } from './rhythm-words.ts';
import css from './recurring.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const nths = ['1', '2', '3', '4', 'last'] as const;

export type Rhythm = {
  recurrence: Recurrence;
  from: string;
  until: string;
  time: string;
  workdays: boolean;
};

type Parts = { rhythm: Rhythm; change: (some: Partial<Rhythm>) => void };

const first: Record<Recurrence['every'], Recurrence> = {
  days: { every: 'days', count: 90 },
  weeks: { every: 'weeks', count: 1, weekdays: [1] },
  months: { every: 'months', count: 1, on: { nth: 1, weekday: 1 } },
};

export function RhythmFields({ rhythm, change }: Parts) {
  const words = useWords();
  const { t } = words;
  const { recurrence } = rhythm;
  const set = (next: Recurrence) => change({ recurrence: next });
  return (
    <fieldset className={css.rhythm}>
      <legend>{t('recurring.rhythm')}</legend>
      <div className={css.line}>
        <TextField
          label={t('recurring.count')}
          name="recurrence.count"
          type="number"
          inputMode="numeric"
          min={1}
          max={730}
          value={recurrence.count}
          onChange={(event) => set({ ...recurrence, count: Number(event.target.value) || 1 })}
        />
        <Select
          label={t('recurring.every')}
          value={recurrence.every}
          onChange={(event) => set(first[event.currentTarget.value as Recurrence['every']])}
        >
          {(['days', 'weeks', 'months'] as const).map((every) => (
            <option key={every} value={every}>
              {t(`recurring.every.${every}`, { count: recurrence.count })}
            </option>
          ))}
        </Select>
        <TextField
          label={t('recurring.time')}
          name="time"
          type="time"
          required
          value={rhythm.time}
          onChange={(event) => change({ time: event.target.value })}
        />
      </div>
      {recurrence.every === 'weeks' && <Weekdays recurrence={recurrence} set={set} />}
      {recurrence.every === 'months' && <InMonth recurrence={recurrence} set={set} />}
      <div className={css.line}>
        <TextField
          label={t('recurring.from')}
          name="from"
          type="date"
          required
          value={rhythm.from}
          onChange={(event) => change({ from: event.target.value })}
        />
        <TextField
          label={t('recurring.until')}
          name="until"
          type="date"
          optional
          value={rhythm.until}
          onChange={(event) => change({ until: event.target.value })}
        />
      </div>
      <Check checked={rhythm.workdays} onChange={(workdays) => change({ workdays })}>
        {t('recurring.workdays')}
      </Check>
      <Ahead rhythm={rhythm} />
    </fieldset>
  );
}

type Of<Every extends Recurrence['every']> = {
  recurrence: Extract<Recurrence, { every: Every }>;
  set: (next: Recurrence) => void;
};

function Weekdays({ recurrence, set }: Of<'weeks'>) {
  const words = useWords();
  const toggle = (day: number, on: boolean) => {
    const chosen = on ? [...recurrence.weekdays, day] : recurrence.weekdays.filter((one) => one !== day);
    if (chosen.length > 0) set({ ...recurrence, weekdays: chosen.toSorted((a, b) => a - b) });
  };
  return (
    <div className={css.days} role="group" aria-label={words.t('recurring.onDays')}>
      {weekdays.map((day) => (
        <Check key={day} checked={recurrence.weekdays.includes(day)} onChange={(on) => toggle(day, on)}>
          {weekdayName(day, words)}
        </Check>
      ))}
    </div>
  );
}

function InMonth({ recurrence, set }: Of<'months'>) {
  const words = useWords();
  const { t } = words;
  const { on } = recurrence;
  return (
    <div className={css.line}>
      <Select
        label={t('recurring.on')}
        value={'day' in on ? 'day' : String(on.nth)}
        onChange={({ currentTarget: { value } }) => {
          const weekday = 'day' in on ? 1 : on.weekday;
          if (value === 'day') set({ ...recurrence, on: { day: 1 } });
          else
            set({ ...recurrence, on: { nth: value === 'last' ? 'last' : (Number(value) as 1 | 2 | 3 | 4), weekday } });
        }}
      >
        {nths.map((nth) => (
          <option key={nth} value={nth}>
            {t('recurring.nth', { nth })}
          </option>
        ))}
        <option value="day">{t('recurring.onDay')}</option>
      </Select>
      {'day' in on ? (
        <TextField
          label={t('recurring.day')}
          type="number"
          inputMode="numeric"
          min={1}
          max={31}
          description={t('recurring.dayHelp')}
          value={on.day}
          onChange={(event) =>
            set({ ...recurrence, on: { day: Math.min(31, Math.max(1, Number(event.target.value) || 1)) } })
          }
        />
      ) : (
        <Select
          label={t('recurring.weekday')}
          value={on.weekday}
          onChange={(event) => set({ ...recurrence, on: { ...on, weekday: Number(event.currentTarget.value) } })}
        >
          {weekdays.map((day) => (
            <option key={day} value={day}>
              {weekdayName(day, words)}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}

/** The next days, so that nobody has to trust a rule. */
function Ahead({ rhythm }: { rhythm: Rhythm }) {
  const words = useWords();
  const { from, until, recurrence } = rhythm;
  const now = useNow();
  const today = now.toISOString().slice(0, 10);
  const sound = /^\d{4}-\d\d-\d\d$/.test(from) && from > '1900' && recurrence.count <= 730;
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10);
  const days = sound
    ? daysOf(recurrence, { from, until: until || null, after: from < today ? yesterday : null }, 4)
    : [];
  return (
    <p className={css.ahead} aria-live="polite">
      {days.length === 0
        ? words.t('recurring.never')
        : words.t('recurring.ahead', {
            rule: rhythmInWords(recurrence, words),
            days: words.list(days.map((day) => dayInWords(day, words))),
          })}
    </p>
  );
}
