// Who is here: the standing of this browser's session, and leaving. The one file that knows where the server keeps that.
import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { authApi } from '../../contract/auth.ts';
import { directoryApi, type Standing } from '../../contract/directory.ts';
import { askToSignInAgain, call } from './api.ts';
import { draftsOf, forgetDrafts } from './drafts.ts';
import { chosenLanguage } from './language.ts';
import { invalidate, keyOf, queries, read } from './query.ts';
import { currentLanguage, useWords } from './words.tsx';

export type { Standing };
export type Me = NonNullable<Standing['person']>;

const standing = () => ({ ...read(directoryApi.getSession, {}), queryFn: whereIStand, staleTime: 60_000 });

// Somebody who was here a moment ago and is nobody now is asked to sign in over the page: what they were writing stays.
async function whereIStand(): Promise<Standing> {
  const before = lastStanding();
  const now = await call(directoryApi.getSession, {});
  if (!before?.person || now.person) return now;
  return (await askToSignInAgain()) ? call(directoryApi.getSession, {}) : now;
}

/** Where I stand: `person` (null when not signed in), `company`, `demo`, `setup`, `can`. Suspends until known. */
export const useStanding = (): Standing => useSuspenseQuery(standing()).data;

/** Who I am; only inside pages for members. */
export function useMe(): Me {
  const { person } = useStanding();
  if (!person) throw new Error('useMe is for pages behind the door');
  return person;
}

/** Read who is here again: after signing in, creating the company, or changing oneself. */
export const refreshStanding = () => invalidate(directoryApi.getSession);

/** The standing as last known, outside React. */
export const lastStanding = (): Standing | undefined =>
  queries.getQueryData<Standing>(keyOf(directoryApi.getSession, {}));

/** Asks the server now who is here. */
export const askStanding = () => call(directoryApi.getSession, {});

/** Signs out here and forgets the drafts kept on this device, then begins anew. */
export async function signOut(): Promise<void> {
  await call(authApi.signOut, {});
  forgetDrafts();
  queries.clear();
  location.assign('/');
}

/** Fits the page to the person: their drafts, their zone, and their language where none was chosen on this device. */
export function useFitting(): void {
  const { person } = useStanding();
  const { speakIn, liveIn } = useWords();
  const [id, zone, own] = [person?.id ?? null, person?.zone, person?.language];
  // Before the pages read their drafts, so not in an effect.
  draftsOf(id);
  useEffect(() => {
    if (zone) liveIn(zone);
  }, [zone, liveIn]);
  useEffect(() => {
    if (own && !chosenLanguage() && own !== currentLanguage()) void speakIn(own, { remember: false });
  }, [own, speakIn]);
}
