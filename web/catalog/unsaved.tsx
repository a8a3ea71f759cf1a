// Asks before a page is left whose words are not saved yet.
import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormActs } from '../ui/form.tsx';

/** `isUnsaved` is asked at the moment of leaving. */
export function Unsaved({ isUnsaved }: { isUnsaved: () => boolean }) {
  const { t } = useWords();
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  return (
    <Dialog open firm onClose={leaving.reset} title={t('catalog.unsaved')} sub={t('catalog.unsaved.words')}>
      <FormActs>
        <Button weight="main" onClick={leaving.reset} autoFocus>
          {t('catalog.unsaved.stay')}
        </Button>
        <Button weight="danger" onClick={leaving.proceed}>
          {t('catalog.unsaved.leave')}
        </Button>
      </FormActs>
    </Dialog>
  );
}
