// Doing what was chosen in the palette: going somewhere, or changing language or looks.
import { useState } from 'react';
import { useGo } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { wear } from '../platform/theme.ts';
import { useWords } from '../platform/words.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import type { PaletteProps } from '../platform/capability.ts';
import type { Act } from './options.ts';
import { pathOfNumber } from './search.ts';

/** `act` does it and closes the palette; where it cannot, `refusal` says why until `forget`. */
export function useActing({ onClose, onLanguage }: Pick<PaletteProps, 'onClose' | 'onLanguage'>) {
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
  const act = (chosen: Act) => {
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
