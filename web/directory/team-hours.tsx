// When a team works and what it holds itself to, beside its page.
import type { Team } from '../../contract/directory-teams.ts';
import type { Week } from '../../contract/working-time.ts';
import { useNow } from '../platform/now.ts';
import { cityOf, lengthInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Note } from '../ui/page.tsx';
import { daysAlike, daysInWords, hoursInWords } from './hours-in-words.ts';
import { LocalTime } from './local-time.tsx';
import { useCountries } from './place-fields.tsx';
import page from './directory.module.css';
import css from './hours.module.css';

export function TeamHours({ team }: { team: Team }) {
  const words = useWords();
  const { t } = words;
  const minutes = (length: number) => lengthInWords(length, words);
  return (
    <>
      <Note title={t('directory.hours.title', { city: cityOf(team.zone) })}>
        <HoursTable week={team.week} />
        <Holidays team={team} />
      </Note>
      <SpecialDays team={team} />
      {team.zone !== words.zone && (
        <Note title={t('directory.hours.now')}>
          <LocalTime zone={team.zone} />
        </Note>
      )}
      <Note title={t('directory.team.word')}>
        <p>{t('directory.team.greets', { length: minutes(team.greetingMinutes) })}</p>
        <p className={page.quiet}>{t('directory.team.closes', { length: minutes(team.closingMinutes) })}</p>
      </Note>
    </>
  );
}

/** A week in words. */
export function HoursTable({ week }: { week: Week }) {
  const { t, locale } = useWords();
  return (
    <dl className={css.hours}>
      {daysAlike(week).map((days) => (
        <div key={days.from}>
          <dt>{daysInWords(days, locale)}</dt>
          <dd>{hoursInWords(days.hours, locale, t('directory.hours.midnight')) || t('directory.hours.closed')}</dd>
        </div>
      ))}
    </dl>
  );
}

function Holidays({ team }: { team: Team }) {
  const { t } = useWords();
  const country = useCountries().find(({ code }) => code === team.country);
  if (!team.country) return <p className={page.quiet}>{t('directory.holidays.none')}</p>;
  if (!country) return null;
  const region = country.regions.find(({ code }) => code === team.region)?.name;
  const place = region ? `${country.name}, ${region}` : country.name;
  return <p className={page.quiet}>{t('directory.holidays.of', { place })}</p>;
}

/** Those to come; what is past interests nobody. */
function SpecialDays({ team }: { team: Team }) {
  const { t, locale } = useWords();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: team.zone }).format(useNow());
  const coming = team.exceptions.filter(({ date }) => date >= today).slice(0, 6);
  if (coming.length === 0) return null;
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <Note title={t('directory.special')}>
      <dl className={css.hours}>
        {coming.map(({ date, hours, note }) => (
          <div key={date}>
            <dt>
              <time dateTime={date}>{day.format(new Date(`${date}T00:00:00Z`))}</time>
              {note && <span className={page.quiet}>{note}</span>}
            </dt>
            <dd>{hoursInWords(hours, locale, t('directory.hours.midnight')) || t('directory.hours.closed')}</dd>
          </div>
        ))}
      </dl>
    </Note>
  );
}
