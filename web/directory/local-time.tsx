// What time it is where somebody is, and how far that is from the reader's own time.
import { useNow } from '../platform/now.ts';
import { capital, cityOf } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import css from './directory.module.css';

export function LocalTime({ zone }: { zone: string }) {
  const { t, locale, zone: mine } = useWords();
  const now = useNow();
  const told = (timeZone: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(now);
  const day = told(zone, { weekday: 'long' });
  const clock = told(zone, { hour: 'numeric', minute: '2-digit' });
  const alike = told(mine, { weekday: 'long', hour: 'numeric', minute: '2-digit' });
  const differs = alike !== told(zone, { weekday: 'long', hour: 'numeric', minute: '2-digit' });
  return (
    <>
      <p>{capital(t('directory.localTime', { day, clock }), locale)}</p>
      <p className={css.quiet}>
        {differs ? t('directory.localTime.of', { city: cityOf(zone) }) : t('directory.localTime.yours')}
      </p>
    </>
  );
}
