// Files that were sent up for words that are not sent yet, as they are kept on this device beside those words.
import { z } from 'zod';
import { AttachmentRef } from '../../contract/attachments.ts';

// The server keeps them for a day.
const longest = 20 * 3_600_000;
const Kept = z.object({ at: z.number(), files: z.array(AttachmentRef).max(40) });

/** The files in a draft, unless the server may have forgotten them. */
export function keptRefs(words: string, now: Date): AttachmentRef[] {
  try {
    const kept = Kept.safeParse(JSON.parse(words || 'null')).data;
    return kept && now.getTime() - kept.at < longest ? kept.files : [];
  } catch {
    return [];
  }
}

/** The draft that keeps these files; without any, none. */
export const wordsOfRefs = (files: readonly AttachmentRef[], now: Date): string =>
  files.length > 0 ? JSON.stringify({ at: now.getTime(), files }) : '';
