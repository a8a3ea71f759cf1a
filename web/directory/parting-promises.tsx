// What runs between whoever is let go and others outside of requests: how much of it, a kind word for it, and whom to ask instead.
import type { Person } from '../../contract/directory-people.ts';
import type { Held } from '../../contract/farewell.ts';
import { useWords } from '../platform/words.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { TextArea } from '../ui/field.tsx';
import { findPeople } from './find.ts';
import type { Choices } from './leaving.ts';
import css from './directory.module.css';

type Choosing = { person: Person; held: Held; choices: Choices; onChoose: (change: Partial<Choices>) => void };

export function PartingPromises({ person, held, choices, onChoose }: Choosing) {
  const { t } = useWords();
  const { made, overdue, given } = held.promises;
  const { appointments } = held;
  if (made + given + appointments === 0) return null;
  const search: typeof findPeople = async (text, signal) =>
    (await findPeople(text, signal)).filter(({ id }) => id !== person.id);
  return (
    <section className={css.farewell}>
      <h3>{t('directory.parting.title')}</h3>
      {made > 0 && (
        <>
          <p className={css.quiet}>
            {t('directory.parting.made', { count: made })}
            {overdue > 0 && ` ${t('directory.parting.overdue', { count: overdue })}`}
          </p>
          <TextArea
            label={t('directory.parting.words')}
            description={t('directory.parting.wordsHelp')}
            name="promiseWords"
            limit={1000}
            rows={2}
            value={choices.promiseWords}
            onChange={(event) => onChoose({ promiseWords: event.target.value })}
          />
          <Combobox
            label={t('directory.parting.instead')}
            description={t('directory.parting.insteadHelp')}
            name="askInstead"
            of={`people-but-${person.id}`}
            search={search}
            value={choices.askInstead}
            onChoose={(found) =>
              onChoose({
                askInstead: found && { id: found.id, name: found.name, photo: found.photo ?? null, active: true },
              })
            }
          />
        </>
      )}
      {given > 0 && <p className={css.quiet}>{t('directory.parting.given', { count: given })}</p>}
      {appointments > 0 && <p className={css.quiet}>{t('directory.parting.appointments', { count: appointments })}</p>}
    </section>
  );
}
