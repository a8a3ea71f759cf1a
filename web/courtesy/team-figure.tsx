// What those who asked say of a team's hello and goodbye: a sentence each with its range, then over time. Nobody's single answer.
import { useQuery } from '@tanstack/react-query';
import { courtesyApi, fewestAnswers, servingQuestions, type TeamCourtesy } from '../../contract/courtesy.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Chart } from '../ui/chart.tsx';
import css from './courtesy.module.css';

export function TeamFigure({ team }: { team: string }) {
  const { t, rich, number } = useWords();
  const { data } = useQuery(read(courtesyApi.getTeamCourtesy, { params: { id: team } }));
  // Where rates are off nothing is said of them at all.
  if (!data || data.hides === 'ratesOff') return null;
  const share = (value: number) => number(value, { style: 'percent', maximumFractionDigits: 0 });
  const b = (parts: React.ReactNode[]) => <b>{parts}</b>;
  const said = servingQuestions.flatMap((question) => {
    const found = data[question];
    return found ? [{ question, ...found }] : [];
  });
  return (
    <div className={css.figure}>
      {said.length === 0 ? (
        <p className={css.only}>
          {t(data.hides ? 'courtesy.figure.small' : 'courtesy.figure.none', { ...fewestAnswers })}
        </p>
      ) : (
        said.map(({ question, yes, answers, low, high }) => (
          <p key={question}>
            {rich(`courtesy.figure.${question}`, { yes, answers, low: share(low), high: share(high), b })}
          </p>
        ))
      )}
      {data.over.length > 1 && <Over over={data.over} />}
      <details className={css.how}>
        <summary>{t('courtesy.how.title')}</summary>
        <p>{t('courtesy.how.team', { ...fewestAnswers })}</p>
        <p>{t('courtesy.how.range')}</p>
      </details>
    </div>
  );
}

function Over({ over }: Pick<TeamCourtesy, 'over'>) {
  const { t, number, date } = useWords();
  const at = (day: string) => `${day}T12:00:00Z`;
  const share = (value: number) => number(value, { style: 'percent', maximumFractionDigits: 0 });
  const columns = over.map(({ month }) => ({
    label: date(at(month), { month: 'short', timeZone: 'UTC' }),
    full: date(at(month), { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  }));
  const frame = {
    columns,
    across: t('courtesy.over.across'),
    asTable: t('courtesy.over.table'),
    nothing: '–',
    most: 1,
  };
  return (
    <div className={css.charts}>
      {servingQuestions.map((question) => {
        const name = t(`courtesy.over.${question}`);
        const points = over.map((each) => each[question] && each[question].yes / each[question].answers);
        const low = over.map((each) => each[question]?.low ?? null);
        const high = over.map((each) => each[question]?.high ?? null);
        return (
          <Chart
            key={question}
            {...frame}
            title={name}
            format={share}
            series={[{ name, kind: 'range', points, low, high }]}
          />
        );
      })}
    </div>
  );
}
