// The ladder: four rungs, the highest on top; on each what stands there, what the practice says, and what became of ours.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ideasApi, type LadderRung } from '../../contract/ideas.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Loaded } from '../ui/states.tsx';
import { IdeaRows } from './rows.tsx';
import css from './ideas.module.css';

const shown = 5;

export function Ladder() {
  const ladder = useQuery(read(ideasApi.getLadder, {}));
  return (
    <Loaded query={ladder} rows={6}>
      {({ rungs, rates }) => (
        <>
          <ol className={css.ladder}>
            {rungs.toReversed().map((rung) => (
              <Rung key={rung.rung} rung={rung} rates={rates} />
            ))}
          </ol>
          <Reckoning rates={rates} />
        </>
      )}
    </Loaded>
  );
}

function Rung({ rung, rates }: { rung: LadderRung; rates: boolean }) {
  const { t } = useWords();
  const there = useQuery(read(ideasApi.listIdeas, { query: { state: rung.rung, limit: shown } }));
  const name = t(`ideas.rung.${rung.rung}`);
  return (
    <li className={css.rung} data-rung={rung.rung}>
      <h2>{name}</h2>
      <p className={css.about}>{t(`ideas.rung.${rung.rung}.words`)}</p>
      <Figures rung={rung} rates={rates} />
      <Loaded query={there} rows={1}>
        {({ items, next }) => (
          <>
            {items.length > 0 ? (
              <IdeaRows ideas={items} label={name} />
            ) : (
              <p className={css.nothing}>{t('ideas.rung.empty')}</p>
            )}
            {next && (
              <p className={css.all}>
                <Link to="/ideas" search={{ show: rung.rung } as never}>
                  {t('ideas.rung.more')}
                </Link>
              </p>
            )}
          </>
        )}
      </Loaded>
    </li>
  );
}

/** In words, and as a line from nothing to all: our share with its range, and a mark where the practice stands. */
function Figures({ rung: { practice, here }, rates }: { rung: LadderRung; rates: boolean }) {
  const { t, number } = useWords();
  const share = (of: number) => number(of, { style: 'percent', maximumFractionDigits: 0 });
  const ours = here && here.completed / here.total;
  return (
    <div className={css.figures}>
      <p>
        {t('ideas.practice', { share: share(practice) })}
        {rates && (
          <>
            {' · '}
            {here && ours !== null
              ? t('ideas.here', {
                  completed: here.completed,
                  total: here.total,
                  share: share(ours),
                  low: share(here.low),
                  high: share(here.high),
                })
              : t('ideas.here.none')}
          </>
        )}
      </p>
      <svg className={css.meter} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={css.track} x="0" y="3.5" width="100" height="1" />
        {here && (
          <rect className={css.range} x={here.low * 100} y="1.5" width={(here.high - here.low) * 100} height="5" />
        )}
        {ours !== null && <rect className={css.ours} x="0" y="3" width={ours * 100} height="2" />}
        <rect className={css.mark} x={practice * 100 - 0.25} y="0" width="0.5" height="8" />
      </svg>
    </div>
  );
}

function Reckoning({ rates }: { rates: boolean }) {
  const { t } = useWords();
  return (
    <details className={css.reckoning}>
      <summary>{t('ideas.reckon.title')}</summary>
      <p>{t('ideas.reckon.practice')}</p>
      {rates && <p>{t('ideas.reckon.here')}</p>}
      {rates && <p>{t('ideas.reckon.range')}</p>}
    </details>
  );
}
