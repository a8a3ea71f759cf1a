// Putting an ask in other words, or answering otherwise, as long as nobody has promised on them.
import type { Given } from '../../contract/forms.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { act, type Acting, type Scene } from './act.ts';
import { askAllAnew } from './approvals.ts';
import { replaceAnswers } from './form.queries.ts';
import { askedWith, attachAnswers, checked, wordsOf } from './form.ts';
import { namesOfAsk } from './files.ts';
import { saveWords } from './queries.ts';

export type Editing = { title?: string | undefined; details?: string | undefined; answers?: Given | undefined };

/** New words or answers for the ask; what stood before stays in the history. Whoever has said yes is asked again: it was to something else. */
export async function editRequest(acting: Acting, given: Editing): Promise<Outcome<Scene>> {
  const { tx, now } = acting;
  const scene = await act(acting, 'edit', async ({ request, found }) => {
    const next = { ...request, title: given.title ?? request.title, details: given.details ?? request.details };
    const asked = await askedWith(tx, found);
    if (given.answers && !asked) return refused('nothingAsked', { field: 'answers' });
    const answers = asked && given.answers ? await checked(tx, asked.form, given.answers) : asked?.answers;
    if (isRefused(answers)) return answers;
    if (asked && answers && given.answers) {
      const files = await attachAnswers(acting, asked.form, answers, asked.answers);
      if (isRefused(files)) return files;
      await replaceAnswers(tx, request.id, answers);
    }
    const answered = asked && answers ? await wordsOf(tx, asked.form, answers) : '';
    await saveWords(tx, next, `${answered}\n${await namesOfAsk(tx, request.id)}`);
    const before = given.answers && asked ? { before: asked.answers } : {};
    return {
      next,
      what: 'edited',
      facts: { ...(next.title === request.title ? {} : { words: request.title }), ...before },
    };
  });
  if (!isRefused(scene)) await askAllAnew(tx, scene.request, now);
  return scene;
}
