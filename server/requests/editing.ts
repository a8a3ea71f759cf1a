// Putting an ask in other words, as long as nobody has promised on them.
import { act, type Acting } from './act.ts';
import { namesOfAsk } from './files.ts';
import { saveWords } from './queries.ts';

/** New words for the ask; what stood before stays in the history. */
export const editRequest = (acting: Acting, given: { title?: string | undefined; details?: string | undefined }) =>
  act(acting, 'edit', async ({ request }) => {
    const next = { ...request, title: given.title ?? request.title, details: given.details ?? request.details };
    await saveWords(acting.tx, next, await namesOfAsk(acting.tx, request.id));
    return { next, what: 'edited', facts: { words: request.title } };
  });
