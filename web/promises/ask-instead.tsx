// A promise whose promiser has left: who may be asked now, and the way to ask, its words begun.
import type { PromiseWhole } from '../../contract/promises.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';

export function AskInstead({ promise }: { promise: PromiseWhole }) {
  const { t } = useWords();
  const { askInstead: other, by, deliverable } = promise;
  if (!other?.active) return null;
  return (
    <>
      <p>{t('promises.card.askInstead', { name: by.name, other: other.name })}</p>
      <LinkButton to="/ask" search={{ person: other.id, title: deliverable.slice(0, 200) }} weight="main">
        {t('promises.act.askInstead', { name: other.name })}
      </LinkButton>
    </>
  );
}
