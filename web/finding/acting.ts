// Doing what was chosen in the palette: going somewhere, changing language or looks, or typing on. What was used is remembered.
import { useState } from 'react';
import { useGo } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { wear } from '../platform/theme.ts';
import { useWords } from '../platform/words.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import type { PaletteProps } from '../platform/capability.ts';
import { useMe } from '../platform/session.tsx';
import { keyOf, type Option } from './options.ts';
import { noteUse } from './recent.ts';
import { pathOfNumber } from './search.ts';

// What one searches or asks is one's words, and those are not kept.
const lasting = /^(?!\/ask\?title=|\/search\?|number$)/;

/** `act` does it and closes the palette; where it cannot, `refusal` says why until `forget`. */
export function useActing({
  onClose,
  onLanguage,
  onText,
}: Pick<PaletteProps, 'onClose' | 'onLanguage'> & { onText: (text: string) => void }) {
  const { id } = useMe();
  const { t, speakIn } = useWords();
  const go = useGo();
  const [absent, setAbsent] = useState<number | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const failureWords = useProblemWords(problemOf(failure));

  const goTo = (path: string) => {
    onClose();
    go(path);
  };
  const goToNumber = async (number: number) => {
    try {
      const path = await pathOfNumber(number);
      if (path) goTo(path);
      else setAbsent(number);
    } catch (error) {
      setFailure(error);
    }
  };
  const act = (option: Option) => {
    const chosen = option.act;
    if ('text' in chosen) return onText(chosen.text);
    if (lasting.test(keyOf(option))) noteUse(id, keyOf(option), Date.now());
    if ('to' in chosen) goTo(chosen.to);
    else if ('number' in chosen) void goToNumber(chosen.number);
    else {
      if ('theme' in chosen) wear(chosen.theme);
      else {
        void speakIn(chosen.language);
        onLanguage(chosen.language);
      }
      onClose();
    }
  };
  const forget = () => {
    setAbsent(null);
    setFailure(null);
  };
  const refusal = absent === null ? failureWords : t('finding.number.none', { number: String(absent) });
  return { act, refusal, forget };
}
