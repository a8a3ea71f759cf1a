// Who takes over what somebody holds: a choice for each team, in counts. What it is about is not the administrator's to read.
import type { Person } from '../../contract/directory-people.ts';
import type { Held, HeldShare } from '../../contract/farewell.ts';
import { useWords } from '../platform/words.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Select } from '../ui/field.tsx';
import { findPeople } from './find.ts';
import { heirOf, rests, type Choices } from './leaving.ts';
import css from './directory.module.css';

type Choosing = { choices: Choices; onChoose: (change: Partial<Choices>) => void };

const kinds = ['promised', 'overdue', 'countered', 'byName', 'greeted'] as const;

/** "2 promises, 1 of them late · 1 ask by name" */
function useCounts() {
  const { t } = useWords();
  return (share: HeldShare) =>
    kinds
      .flatMap((kind) => (share[kind] > 0 ? [t(`directory.leave.${kind}`, { count: share[kind] })] : []))
      .join(' · ');
}

export function Heirs(props: Choosing & { person: Person; held: Held; shares: readonly HeldShare[] }) {
  const { t } = useWords();
  const { shares, held } = props;
  const delivered = shares.reduce((sum, share) => sum + share.delivered, 0);
  const handing = shares.filter(rests);
  if (handing.length === 0 && delivered === 0 && held.approvals === 0) return null;
  return (
    <section className={css.farewell}>
      <h3>{t('directory.leave.heirs')}</h3>
      {handing.length > 0 && <p className={css.quiet}>{t('directory.leave.private')}</p>}
      {handing.map((share) =>
        share.team ? (
          <TeamHeir key={share.team.id} {...props} share={share} />
        ) : (
          <Colleague key="alone" {...props} share={share} />
        ),
      )}
      {delivered > 0 && <p className={css.quiet}>{t('directory.leave.delivered', { count: delivered })}</p>}
      {held.approvals > 0 && <p className={css.quiet}>{t('directory.leave.approvals', { count: held.approvals })}</p>}
    </section>
  );
}

function TeamHeir({ share, choices, onChoose }: Choosing & { share: HeldShare }) {
  const { t } = useWords();
  const counts = useCounts();
  const { team } = share;
  if (!team) return null;
  return (
    <Select
      label={team.name}
      description={counts(share)}
      value={heirOf(share, choices) ?? ''}
      onChange={(event) => onChoose({ heirs: { ...choices.heirs, [team.id]: event.target.value || null } })}
    >
      <option value="">{t('directory.leave.back')}</option>
      {share.members.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function Colleague({ person, share, choices, onChoose }: Choosing & { person: Person; share: HeldShare }) {
  const { t } = useWords();
  const counts = useCounts();
  const search: typeof findPeople = async (text, signal) =>
    (await findPeople(text, signal)).filter(({ id }) => id !== person.id);
  return (
    <Combobox
      label={t('directory.leave.noTeam', { name: person.name })}
      description={`${counts(share)}. ${t('directory.leave.noTeamHelp')}`}
      name="shares"
      of={`people-but-${person.id}`}
      search={search}
      value={choices.colleague}
      onChoose={(found) =>
        onChoose({ colleague: found && { id: found.id, name: found.name, photo: found.photo ?? null, active: true } })
      }
    />
  );
}
