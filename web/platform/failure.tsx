// What stands in place of a page whose code broke. Also tells when a newer version has replaced the files this tab wants.
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { problemOf } from './api.ts';
import { useProblemWords } from '../ui/problem-words.ts';
import { useWords } from './words.tsx';

const renewed = (error: unknown) =>
  error instanceof Error && /dynamically imported module|importing a module|preload/i.test(error.message);

export function Failure({ error, reset }: ErrorComponentProps) {
  const { t } = useWords();
  const words = useProblemWords(problemOf(error));
  const isNew = renewed(error);
  return (
    <Page
      title={t(isNew ? 'platform.renewed.title' : 'platform.failure.title')}
      sub={isNew ? t('platform.renewed.words') : words}
    >
      <Button weight="main" onClick={() => (isNew ? location.reload() : reset())}>
        {t(isNew ? 'platform.renewed.go' : 'platform.failure.go')}
      </Button>
    </Page>
  );
}
