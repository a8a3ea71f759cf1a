// Remembers a person's language with the person, so that mails and other devices speak it too.
import { directoryApi } from '../../contract/directory.ts';
import type { Language } from '../../contract/shapes.ts';
import { call, Problem } from '../platform/api.ts';
import { refreshStanding } from '../platform/session.tsx';

/** Saves it over whatever version there is: one field that is the person's own. The device keeps it in any case. */
export async function keepLanguage(language: Language, id: string): Promise<void> {
  try {
    const { version } = await call(directoryApi.getPerson, { params: { id } });
    await call(directoryApi.updatePerson, { params: { id }, body: { language }, ifMatch: version });
    await refreshStanding();
  } catch (error) {
    // Refused or offline: the interface speaks it already, and the profile tells what is kept.
    if (!(error instanceof Problem)) throw error;
  }
}
