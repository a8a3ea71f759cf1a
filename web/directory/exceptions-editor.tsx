// Days that differ from the week and its holidays: closed, or with hours of their own, and why.
import { use, useRef } from 'react';
import type { Exception } from '../../contract/directory-teams.ts';
import { useNow } from '../platform/now.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormProblem } from '../ui/form-problem.ts';
import { Icon } from '../ui/icons.tsx';
import { HoursEditor } from './hours-editor.tsx';
import page from './directory.module.css';
import css from './hours.module.css';

export function ExceptionsEditor(props: { days: readonly Exception[]; onChange: (days: Exception[]) => void }) {
  const { days, onChange } = props;
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const problem = use(FormProblem)?.fields.find(({ path }) => path === 'exceptions');
  const tomorrow = new Intl.DateTimeFormat('sv-SE').format(useNow().getTime() + 86_400_000);
  const set = (index: number, day: Exception) => onChange(days.map((one, at) => (at === index ? day : one)));
  const add = () => {
    onChange([...days, { date: tomorrow, hours: [], note: '' }]);
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector('input')?.focus());
  };
  return (
    <div className={css.special} data-field="exceptions">
      {days.length === 0 && <p className={page.quiet}>{t('directory.special.none')}</p>}
      <ul ref={list}>
        {days.map((day, index) => (
          <li key={index} className={css.specialDay}>
            <TextField
              label={t('directory.special.date')}
              name={`exceptions.${index}.date`}
              type="date"
              value={day.date}
              onChange={(event) => set(index, { ...day, date: event.target.value })}
            />
            <TextField
              label={t('directory.special.why')}
              name={`exceptions.${index}.note`}
              limit={200}
              value={day.note}
              onChange={(event) => set(index, { ...day, note: event.target.value })}
              placeholder={t('directory.special.example')}
              optional
            />
            <div className={css.wholeLine}>
              <HoursEditor
                name={t('directory.special.hours')}
                path={`exceptions.${index}.hours`}
                hours={day.hours}
                onChange={(hours) => set(index, { ...day, hours })}
              />
            </div>
            <div className={css.wholeLine}>
              <Button
                weight="quiet"
                onClick={() => onChange(days.filter((_one, at) => at !== index))}
                aria-label={t('directory.special.removeNamed', { date: day.date })}
              >
                {t('directory.special.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {problem && (
        <p className={css.error}>
          <Icon name="warning" /> {problem.detail}
        </p>
      )}
      <div>
        <Button onClick={add}>
          <Icon name="plus" /> {t('directory.special.add')}
        </Button>
      </div>
    </div>
  );
}
