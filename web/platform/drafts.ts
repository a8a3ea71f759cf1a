// Unsent words, kept on this device per person and key until they are sent, for thirty days. Never sent anywhere.
const prefix = 'goodturn.draft.';
const longest = 30 * 86_400_000;
let owner = 'nobody';

/** Drafts belong to one person: on a shared computer the next one neither sees nor sends them. */
export const draftsOf = (personId: string | null) => {
  owner = personId ?? 'nobody';
};

const shelf = (key: string) => `${prefix}${owner}.${key}`;

/** The kept words, or an empty string. */
export function draft(key: string, now: Date = new Date()): string {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(shelf(key)) ?? 'null');
    if (!isDraft(kept) || now.getTime() - kept.at > longest) return '';
    return kept.words;
  } catch {
    return '';
  }
}

/** Keeps words; empty words forget the draft. A browser without storage keeps nothing and says nothing. */
export function keepDraft(key: string, words: string, now: Date = new Date()): void {
  try {
    if (words.trim() === '') localStorage.removeItem(shelf(key));
    else localStorage.setItem(shelf(key), JSON.stringify({ words, at: now.getTime() }));
  } catch {
    // Full or forbidden storage: the words are still on the page.
  }
}

/** Forgets what is older than thirty days, whoever wrote it. Called once when the app starts. */
export const sweepDrafts = (now: Date = new Date()) =>
  forget((_key, value) => {
    const kept: unknown = JSON.parse(value);
    return !isDraft(kept) || now.getTime() - kept.at > longest;
  });

/** Forgets all drafts of the present owner: signing out on purpose leaves nothing behind. */
export const forgetDrafts = () => forget((key) => key.startsWith(`${prefix}${owner}.`));

function forget(old: (key: string, value: string) => boolean): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && unreadableOr(old, key)) localStorage.removeItem(key);
    }
  } catch {
    // No storage, no drafts.
  }
}

function unreadableOr(old: (key: string, value: string) => boolean, key: string): boolean {
  try {
    return old(key, localStorage.getItem(key) ?? 'null');
  } catch {
    return true;
  }
}

const isDraft = (kept: unknown): kept is { words: string; at: number } =>
  typeof kept === 'object' &&
  kept !== null &&
  'words' in kept &&
  typeof kept.words === 'string' &&
  'at' in kept &&
  typeof kept.at === 'number';
