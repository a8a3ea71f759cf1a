// Narrowing the queue: whose promises, and which words; for what is not loaded here, the search of everything.
import { Link } from '@tanstack/react-router';
import type { PersonRef } from '../../contract/shapes.ts';
import { useWords } from '../platform/words.tsx';
import { Select, TextField } from '../ui/field.tsx';
import css from './queue.module.css';

export function QueueFilter(props: {
  people: readonly PersonRef[];
  member: string;
  onMember: (id: string) => void;
  words: string;
  onWords: (words: string) => void;
}) {
  const { t } = useWords();
  const words = props.words.trim();
  return (
    <form className={css.filter} role="search" onSubmit={(event) => event.preventDefault()}>
      <Select
        label={t('requests.queue.member')}
        value={props.member}
        onChange={(event) => props.onMember(event.target.value)}
      >
        <option value="">{t('requests.queue.everyone')}</option>
        {props.people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </Select>
      <div>
        <TextField
          label={t('requests.queue.words')}
          type="search"
          value={props.words}
          onChange={(event) => props.onWords(event.target.value)}
          autoComplete="off"
        />
        {words && (
          <p className={css.search}>
            <Link to="/search" search={{ q: words }}>
              {t('requests.queue.search', { words })}
            </Link>
          </p>
        )}
      </div>
    </form>
  );
}
