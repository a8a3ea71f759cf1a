// Puts the team's usual words of a service under what one has written, to read and change before it is sent.
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';

export function StandardOffer(props: { standard: string; words: string; onWords: (words: string) => void }) {
  const { t } = useWords();
  const { standard, words, onWords } = props;
  if (!standard || words.includes(standard)) return null;
  return (
    <div>
      <Button weight="quiet" onClick={() => onWords([words.trim(), standard].filter(Boolean).join('\n\n'))}>
        <Icon name="plus" /> {t('requests.standard.use')}
      </Button>
    </div>
  );
}
