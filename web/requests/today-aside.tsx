// Beside the day: the thanks I was given, how my teams stand, and how the word is kept, with its uncertainty.
import { Link } from '@tanstack/react-router';
import type { Kept } from '../../contract/promises.ts';
import type { Today } from '../../contract/requests.ts';
import { useWords } from '../platform/words.tsx';
import { Note } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import css from './today.module.css';

/** Whether there is anything to say beside the day. */
export const hasAside = (today: Today) =>
  today.thanks.length > 0 || today.teams.length > 0 || (today.mine !== null && today.mine.total > 0);

export function TodayAside({ today }: { today: Today }) {
  const { t } = useWords();
  return (
    <>
      {today.thanks.length > 0 && (
        <Note title={t('requests.today.thanks.title')}>
          {today.thanks.map((one) => (
            <figure key={one.request} className={css.thanks}>
              <blockquote dir="auto">{one.words}</blockquote>
              <figcaption>
                <Link to={`/requests/${one.request}`}>
                  {one.from.name}, <RelativeTime at={one.at} show="distance" inside />
                </Link>
              </figcaption>
            </figure>
          ))}
        </Note>
      )}
      {today.teams.length > 0 && (
        <Note title={t('requests.today.teams.title', { n: today.teams.length })}>
          <ul className={css.teams}>
            {today.teams.map(({ team, counts }) => (
              <li key={team.id}>
                <Link to={`/teams/${team.id}/queue`}>
                  <b>{team.name}</b>
                  <TeamCounts counts={counts} />
                </Link>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {today.teams.map(
        ({ team, kept }) =>
          kept &&
          kept.total > 0 && (
            <Note key={team.id} title={t('requests.today.kept.team', { team: team.name })}>
              <KeptFigure kept={kept} to={`/teams/${team.id}/trust`} />
            </Note>
          ),
      )}
      {today.mine && today.mine.total > 0 && (
        <Note title={t('requests.today.kept.mine')}>
          <KeptFigure kept={today.mine} to="/me/trust" mine />
        </Note>
      )}
    </>
  );
}

function TeamCounts({ counts }: { counts: Today['teams'][number]['counts'] }) {
  const { t } = useWords();
  const { unanswered, promised, atRisk } = counts;
  const said = [
    unanswered > 0 && t('requests.today.teams.unanswered', { n: unanswered }),
    promised > 0 && t('requests.today.teams.promised', { n: promised }),
  ].filter(Boolean);
  if (said.length === 0 && atRisk === 0) return <span>{t('requests.today.teams.calm')}</span>;
  return (
    <span>
      {said.join(', ')}
      {atRisk > 0 && (
        <>
          {said.length > 0 && ', '}
          <em>{t('requests.today.teams.atRisk', { n: atRisk })}</em>
        </>
      )}
    </span>
  );
}

/** "46 of 48", what it counts, and between what it may lie. */
function KeptFigure({ kept, to, mine = false }: { kept: Kept; to: string; mine?: boolean }) {
  const { t } = useWords();
  return (
    <>
      <p className={css.figure}>
        <Link to={to}>{t('requests.today.kept.figure', { kept: kept.kept, total: kept.total })}</Link>
      </p>
      <p className={css.said}>
        {t('requests.today.kept.said', {
          total: kept.total,
          renegotiated: kept.renegotiated,
          over: mine ? 'mine' : 'team',
        })}{' '}
        {t('requests.today.kept.between', { low: Math.round(kept.low * 100), high: Math.round(kept.high * 100) })}
        {mine && <> {t('requests.today.kept.onlyYou')}</>}
      </p>
      <svg className={css.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect width={(100 * kept.kept) / kept.total} height="6" />
      </svg>
    </>
  );
}
