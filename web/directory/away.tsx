// That somebody is away, until when, and who stands in: said wherever they would be asked. Nothing is redirected silently.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { directoryApi } from '../../contract/directory.ts';
import type { Away } from '../../contract/directory-absences.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import css from './away.module.css';

/** "Thu 26 Nov" */
export const dayInWords = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** "Away until Thu 26 Nov; Mika Korhonen stands in." */
export function AwayWords({ away }: { away: Away }) {
  const { t, locale } = useWords();
  const until = dayInWords(away.until, locale);
  if (away.standIn) return t('directory.away.standsIn', { until, name: away.standIn.name });
  return t(`directory.away.${away.nobody ?? 'unnamed'}`, { until });
}

/** Beside the page of somebody who is away, with their few words. Renders nothing for somebody who is here. */
export function AwayBanner({ away }: { away: Away | null }) {
  if (!away) return null;
  return (
    <div className={css.banner}>
      <Icon name="clock" />
      <div>
        <p>
          <AwayWords away={away} />
        </p>
        {away.words && <p className={css.words}>{away.words}</p>}
      </div>
    </div>
  );
}

const useAway = (person: string | undefined) =>
  useQuery({ ...read(directoryApi.getPerson, { params: { id: person ?? '' } }), enabled: Boolean(person) }).data?.away;

/** Under the field that chose somebody: offers whoever stands in, in one click. */
export function AwayOffer(props: { person: string | undefined; onInstead: (standIn: PersonRef) => void }) {
  const { t } = useWords();
  const away = useAway(props.person);
  const standIn = away?.standIn;
  return (
    <div role="status">
      {away && (
        <div className={css.offer}>
          <p>
            <AwayWords away={away} />
          </p>
          {standIn && (
            <Button onClick={() => props.onInstead(standIn)}>
              {t('directory.away.instead', { name: standIn.name })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** On a request: the one it is asked of is away. */
export function AwayLine({ person }: { person: PersonRef | null }) {
  const away = useAway(person?.id);
  if (!person || !away) return null;
  return (
    <p className={css.line}>
      <Icon name="clock" />
      <span>
        <Link to={`/people/${person.id}`}>{person.name}</Link> · <AwayWords away={away} />
      </span>
    </p>
  );
}
