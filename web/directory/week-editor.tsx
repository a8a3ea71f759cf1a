// The working hours of a week: one line a day, each with its spans; by keyboard and on a phone alike.
import { weekdays, type Hours, type Week, type Weekday } from '../../contract/working-time.ts';
import { capital } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { HoursEditor } from './hours-editor.tsx';
import { weekdayName } from './hours-in-words.ts';
import css from './hours.module.css';

export function WeekEditor({ week, onChange }: { week: Week; onChange: (week: Week) => void }) {
  const { t, locale } = useWords();
  const set = (day: Weekday, hours: Hours) => onChange({ ...week, [day]: hours });
  const likeMonday = { ...week, 2: week[1], 3: week[1], 4: week[1], 5: week[1] };
  const alike = JSON.stringify(likeMonday) === JSON.stringify(week);
  return (
    <div className={css.week} data-field="week">
      {weekdays.map((day) => (
        <HoursEditor
          key={day}
          name={capital(weekdayName(day, locale), locale)}
          path={`week.${day}`}
          hours={week[day]}
          onChange={(hours) => set(day, hours)}
        />
      ))}
      <div>
        <Button disabled={alike} onClick={() => onChange(likeMonday)}>
          {t('directory.week.likeMonday')}
        </Button>
      </div>
    </div>
  );
}
