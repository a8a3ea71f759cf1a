// Where asking begins: one sentence, Enter, and the page for asking goes on from there. Ctrl K finds and asks from anywhere.
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import css from './today.module.css';

export function AskBar() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const id = useId();
  return (
    <form
      className={css.ask}
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/ask', search: title.trim() ? { title: title.trim() } : {} });
      }}
    >
      <label htmlFor={id} className={css.askLabel}>
        {t('requests.today.ask.label')}
      </label>
      <input
        id={id}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        placeholder={t('requests.today.ask.placeholder')}
        autoComplete="off"
        enterKeyHint="go"
        dir="auto"
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
      <Button type="submit" weight="main">
        {t('requests.today.ask.go')}
      </Button>
    </form>
  );
}
