// What would come, where it goes, and the one act: writing it. Then how far it is, and the report.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { connectImportsApi, type RequestImport } from '../../contract/connect-imports.ts';
import { directoryApi } from '../../contract/directory.ts';
import { addressOf } from '../platform/api.ts';
import { read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Check } from '../ui/switch.tsx';
import css from './import.module.css';

export function ImportReady({ one }: { one: RequestImport }) {
  const { t } = useWords();
  const params = { id: one.id };
  if (one.state === 'running')
    return (
      <div className={css.run} role="status">
        <p>{t('connect.import.running', { done: one.done, total: one.total })}</p>
        <progress aria-label={t('connect.import.progress')} value={one.done} max={Math.max(1, one.total)} />
      </div>
    );
  if (one.state === 'done')
    return (
      <div className={css.run}>
        <p className={css.lead} role="status">
          {t('connect.import.done', { requests: one.done, people: one.people.added })}
        </p>
        <LinkButton to="/requests" weight="main">
          {t('connect.import.toRequests')}
        </LinkButton>
        <p>
          <a href={addressOf(connectImportsApi.getImportReport, { params })} download>
            {t('connect.import.report')}
          </a>
        </p>
      </div>
    );
  return (
    <>
      <p className={css.lead}>
        {t('connect.import.ready', {
          requests: one.requests.added,
          people: one.people.added,
          known: one.requests.known,
        })}
      </p>
      {one.can.includes('start') ? <Decide one={one} /> : <p>{t('connect.import.nothing')}</p>}
    </>
  );
}

/** Which of our teams takes what theirs had; and what new people are here. */
function Decide({ one }: { one: RequestImport }) {
  const { t } = useWords();
  const teams = useQuery(read(directoryApi.listTeams, { query: { limit: 100 } }));
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [colleagues, setColleagues] = useState(false);
  const [skip, setSkip] = useState(false);
  const run = useWrite(connectImportsApi.startImport, { stale: [connectImportsApi.getImport] });
  const teamOf = ({ name, team }: RequestImport['teams'][number]) => chosen[name] ?? team?.id ?? '';
  const homeless = one.teams.some((each) => each.name === '' && teamOf(each) === '');
  const send = () =>
    run.send({
      params: { id: one.id },
      body: {
        teams: one.teams.map((each) => ({ name: each.name, team: teamOf(each) || null })),
        colleagues,
        skipRefused: skip,
      },
    });
  return (
    <div className={css.run}>
      <h2>{t('connect.import.teams')}</h2>
      {one.teams.map((each) => (
        <Select
          key={each.name}
          label={
            each.name === ''
              ? t('connect.import.teamless', { count: each.count })
              : t('connect.import.team', { name: each.name, count: each.count })
          }
          value={teamOf(each)}
          onChange={(event) => setChosen({ ...chosen, [each.name]: event.target.value })}
        >
          <option value="">{t(each.name === '' ? 'connect.import.chooseTeam' : 'connect.import.newTeam')}</option>
          {each.team && !teams.data?.items.some(({ id }) => id === each.team?.id) && (
            <option value={each.team.id}>{each.team.name}</option>
          )}
          {teams.data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ))}
      <Check checked={colleagues} onChange={setColleagues} description={t('connect.import.colleaguesHelp')}>
        {t('connect.import.colleagues')}
      </Check>
      {one.troubles > 0 && (
        <Check checked={skip} onChange={setSkip} description={t('connect.import.skipHelp')}>
          {t('connect.import.skip', { count: one.troubles })}
        </Check>
      )}
      <p className={css.quiet}>{t('connect.import.promise')}</p>
      <Button
        weight="main"
        pending={run.isPending}
        disabled={homeless || (one.troubles > 0 && !skip)}
        onClick={() => void send()}
      >
        {t('connect.import.run', { count: one.requests.added })}
      </Button>
      {run.problem && <ProblemNote problem={run.problem} />}
    </div>
  );
}
