// Who is in a team and who leads it; each change takes effect at once.
import { useRef, useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Team } from '../../contract/directory-teams.ts';
import { keyOf, queries, useWrite } from '../platform/query.ts';
import { refreshStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { Face } from '../ui/face.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { findPeople } from './find.ts';
import css from './directory.module.css';

const stale = [directoryApi.listTeams, directoryApi.listPeople, directoryApi.getPerson];
const show = (team: Team) => {
  queries.setQueryData(keyOf(directoryApi.getTeam, { params: { id: team.id } }), team);
  void refreshStanding();
};

export function MembersEditor({ team }: { team: Team }) {
  const { t } = useWords();
  const put = useWrite(directoryApi.addMember, { stale, onDone: show });
  const take = useWrite(directoryApi.removeMember, { stale, onDone: show });
  const problem = put.problem ?? take.problem;
  const setLead = (person: string, lead: boolean) => void put.send({ params: { id: team.id, person }, body: { lead } });
  return (
    <Section title={t('directory.team.members')} note={t('directory.members.note')}>
      {problem && <ProblemNote problem={problem} />}
      <RowList>
        {team.members.map(({ person, does, lead }) => (
          <Row
            key={person.id}
            narrow
            time={<Face of={person} />}
            title={person.name}
            sub={
              <>
                {lead && <Tag kind="kept">{t('directory.team.lead')}</Tag>}
                {does && <span>{does}</span>}
              </>
            }
            acts={
              <>
                <Button
                  onClick={() => setLead(person.id, !lead)}
                  pending={put.isPending && put.variables?.params?.person === person.id}
                  aria-label={t(lead ? 'directory.members.noLeadNamed' : 'directory.members.leadNamed', {
                    name: person.name,
                  })}
                >
                  {t(lead ? 'directory.members.noLead' : 'directory.members.lead')}
                </Button>
                {team.can.includes('removeMember') && (
                  <Button
                    weight="quiet"
                    onClick={() => void take.send({ params: { id: team.id, person: person.id } })}
                    pending={take.isPending && take.variables?.params?.person === person.id}
                    aria-label={t('directory.members.removeNamed', { name: person.name })}
                  >
                    {t('directory.members.remove')}
                  </Button>
                )}
              </>
            }
          />
        ))}
      </RowList>
      <AddMember team={team} />
    </Section>
  );
}

function AddMember({ team }: { team: Team }) {
  const { t } = useWords();
  const [times, setTimes] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const put = useWrite(directoryApi.addMember, { stale, onDone: show });
  const members = new Set(team.members.map(({ person }) => person.id));
  const search: typeof findPeople = async (text, signal) =>
    (await findPeople(text, signal)).filter(({ id }) => !members.has(id));
  const add = async (found: Findable | null) => {
    if (!found) return;
    const added = await put.send({ params: { id: team.id, person: found.id }, body: {} });
    if (!added) return;
    toast(t('directory.members.added', { name: found.name, team: team.name }));
    // The field is empty again for the next one.
    setTimes(times + 1);
    place.current?.focus();
  };
  return (
    // The focus waits just before the empty field: inside it, the list of everybody would open again.
    <div className={css.addMember} ref={place} tabIndex={-1}>
      <Combobox
        key={times}
        label={t('directory.members.add')}
        of={`people-not-in-${team.id}-${team.version}`}
        search={search}
        value={null}
        onChoose={(found) => void add(found)}
        error={put.problem?.detail ?? null}
      />
    </div>
  );
}
