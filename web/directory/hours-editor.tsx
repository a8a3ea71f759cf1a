// The working spans of one day: none means closed. Midnight at the end of a day is sent as 24:00.
import { use } from 'react';
import type { Hours, Span } from '../../contract/working-time.ts';
import { useWords } from '../platform/words.tsx';
import { IconButton } from '../ui/button.tsx';
import { FormProblem } from '../ui/form-problem.ts';
import { Icon } from '../ui/icons.tsx';
import css from './hours.module.css';

const usual: Span = ['08:00', '16:00'];

/** The span to offer next: the usual day, or the afternoon after what is there. */
const nextSpan = (hours: Hours): Span => {
  const end = hours.at(-1)?.[1];
  if (!end) return usual;
  return end < '23:00' ? [end, end < '17:00' ? '17:00' : '24:00'] : ['23:30', '24:00'];
};

/** `path` is where the contract keeps the day ("week.1", "exceptions.0.hours"): what is refused below it is told here. */
export function HoursEditor(props: { name: string; path: string; hours: Hours; onChange: (hours: Hours) => void }) {
  const { t } = useWords();
  const { hours, onChange, name } = props;
  const problems = use(FormProblem)?.fields.filter(
    ({ path }) => path === props.path || path.startsWith(`${props.path}.`),
  );
  const set = (index: number, span: Span) => onChange(hours.map((one, at) => (at === index ? span : one)));
  return (
    <fieldset className={css.day}>
      <legend>{name}</legend>
      <div className={css.spans}>
        {hours.length === 0 && <span className={css.closed}>{t('directory.hours.closed')}</span>}
        {hours.map(([from, to], index) => (
          // Spans have no names of their own; their place is what they are.
          <div key={index} className={css.span}>
            <input
              type="time"
              aria-label={t('directory.hours.from', { day: name })}
              aria-invalid={problems?.length ? true : undefined}
              value={from}
              onChange={(event) => set(index, [event.target.value, to])}
            />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              aria-label={t('directory.hours.to', { day: name })}
              aria-invalid={problems?.length ? true : undefined}
              value={to === '24:00' ? '00:00' : to}
              onChange={(event) => set(index, [from, event.target.value === '00:00' ? '24:00' : event.target.value])}
            />
            <IconButton
              label={t('directory.hours.remove', { day: name, from })}
              onClick={() => onChange(hours.filter((_one, at) => at !== index))}
            >
              <Icon name="cross" />
            </IconButton>
          </div>
        ))}
        {problems?.map(({ path, detail }) => (
          <p key={path} data-field={path} className={css.error}>
            <Icon name="warning" /> {detail}
          </p>
        ))}
      </div>
      <IconButton
        label={t('directory.hours.addTo', { day: name })}
        disabled={hours.length >= 12}
        onClick={() => onChange([...hours, nextSpan(hours)])}
      >
        <Icon name="plus" />
      </IconButton>
    </fieldset>
  );
}
