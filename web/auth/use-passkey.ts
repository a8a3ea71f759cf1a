// Signing in with a passkey as a form needs it: by a button, and quietly in the list under the e-mail field.
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf, type Problem } from '../platform/api.ts';
import { autofillWorks, passkeysWork, signInByPasskey } from './passkey.ts';

/** The server forgets a challenge after five minutes; one that waits in the list is renewed before. */
const renewAfter = 4 * 60_000;

/** `ask` asks the device now; null where passkeys do not work. `onArrived` is told after signing in by either way. */
export function usePasskey(onArrived: () => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState(false);
  const [round, setRound] = useState(0);
  const waiting = useRef<AbortController | null>(null);

  const offer = useCallback(
    async (signal: AbortSignal) => {
      if (!(await autofillWorks())) return;
      let chosen = false;
      while (!signal.aborted && !chosen) {
        const turn = AbortSignal.any([signal, AbortSignal.timeout(renewAfter)]);
        chosen = (await signInByPasskey({ inAutofill: true, signal: turn })) !== null;
        if (!chosen && !turn.aborted) return;
      }
      if (chosen) onArrived();
    },
    [onArrived],
  );

  useEffect(() => {
    const own = new AbortController();
    waiting.current = own;
    offer(own.signal).catch((error: unknown) => {
      // Without an act of the person there is nothing to tell, unless they had chosen a passkey that was refused.
      const refusal = problemOf(error);
      if (!own.signal.aborted && refusal?.code === 'passkeyFailed') setProblem(refusal);
    });
    return () => own.abort();
  }, [offer, round]);

  const ask = async () => {
    // A browser serves one question at a time.
    waiting.current?.abort();
    setProblem(null);
    setPending(true);
    try {
      if (await signInByPasskey({ inAutofill: false, signal: new AbortController().signal })) return onArrived();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setPending(false);
    }
    setRound((before) => before + 1);
  };
  return { ask: passkeysWork() ? ask : null, pending, problem };
}
