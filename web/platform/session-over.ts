// When the server says in the middle of things that the session is over: all calls that heard it wait for one answer.
import { useEffect, useState } from 'react';
import { whenSessionIsOver } from './api.ts';

type Answer = (signedInAgain: boolean) => void;

/** While calls wait: how to answer them all. Otherwise null. */
export function useSessionOver(): Answer | null {
  const [waiting, setWaiting] = useState<readonly Answer[]>([]);
  useEffect(() => {
    whenSessionIsOver(() => new Promise((go) => setWaiting((others) => [...others, go])));
    return () => whenSessionIsOver(null);
  }, []);
  if (waiting.length === 0) return null;
  return (again) => {
    setWaiting([]);
    for (const go of waiting) go(again);
  };
}
