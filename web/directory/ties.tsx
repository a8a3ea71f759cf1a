// Who counts on somebody who is let go: their people get another manager, their team another lead; others are named to think of.
import type { Person } from '../../contract/directory-people.ts';
import type { Ties } from '../../contract/farewell.ts';
import { useWords } from '../platform/words.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Select } from '../ui/field.tsx';
import { findPeople } from './find.ts';
import type { Choices } from './leaving.ts';
import css from './directory.module.css';

type Some = Ties['reports'];
type Choosing = { person: Person; ties: Ties; choices: Choices; onChoose: (change: Partial<Choices>) => void };

const named = 4;

/** "Aino Virtanen, Mika Korhonen and 3 more" */
function useNames() {
  const { t, locale } = useWords();
  return ({ count, people }: Some): string => {
    const names = people.slice(0, named).map(({ name }) => name);
    const more = count - names.length;
    if (more > 0) return t('directory.leave.more', { names: names.join(', '), count: more });
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  };
}

export function TiesFields(props: Choosing) {
  const { t } = useWords();
  const names = useNames();
  const { ties, choices, onChoose } = props;
  const { dotted, standsIn, reports, leads } = ties;
  if (leads.length + reports.count + dotted.count + standsIn.count === 0) return null;
  return (
    <section className={css.farewell}>
      <h3>{t('directory.leave.ties')}</h3>
      {leads.map(({ team, members }) => (
        <Select
          key={team.id}
          label={t('directory.leave.lead', { team: team.name })}
          value={choices.leads[team.id] ?? ''}
          onChange={(event) => onChoose({ leads: { ...choices.leads, [team.id]: event.target.value } })}
        >
          <option value="">{t('directory.leave.leadNobody')}</option>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ))}
      {reports.count > 0 && <NewManager {...props} names={names(reports)} />}
      {dotted.count > 0 && <p className={css.quiet}>{t('directory.leave.dotted', { names: names(dotted) })}</p>}
      {standsIn.count > 0 && <p className={css.quiet}>{t('directory.leave.standsIn', { names: names(standsIn) })}</p>}
    </section>
  );
}

function NewManager({ person, choices, onChoose, names }: Choosing & { names: string }) {
  const { t } = useWords();
  const search: typeof findPeople = async (text, signal) =>
    (await findPeople(text, signal)).filter(({ id }) => id !== person.id);
  return (
    <Combobox
      label={t('directory.leave.manager')}
      description={t('directory.leave.managerHelp', { names })}
      name="manager"
      of={`people-but-${person.id}`}
      search={search}
      value={choices.manager}
      onChoose={(found) =>
        onChoose({ manager: found && { id: found.id, name: found.name, photo: found.photo ?? null, active: true } })
      }
    />
  );
}
