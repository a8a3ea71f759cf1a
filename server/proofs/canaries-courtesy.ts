// For tests of the whole: words hidden in what both sides say of an ask. What one said oneself is read by oneself alone.
import type { Caller, Cast, Method } from './cast.ts';

type Hide = (where: string, may: Iterable<Caller>) => string;

/** An ask served and judged from both sides, with a note by who served it; its id. */
export async function hideInCourtesy(cast: Cast, canary: Hide): Promise<string> {
  const must = async (who: Caller, url: string, body: object, method: Method = 'POST') => {
    const answer = await cast.as(who, method, `/api/requests${url}`, { body });
    if (answer.status >= 300) throw new Error(`${url}: ${answer.text}`);
    return String(answer.body['id']);
  };
  const id = await must('requester', '', { title: 'The lamp over the stairs', team: cast.it });
  const due = new Date(cast.time().getTime() + 3_600_000).toISOString();
  await must('provider', `/${id}/promise`, { deliverable: 'A lamp', due });
  const note = canary('word to oneself of how an ask was', ['provider']);
  const asking = { clear: false, complete: false, missing: 'approval', kind: false, note };
  await must('provider', `/${id}/asking-answer`, asking, 'PUT');
  await must('provider', `/${id}/delivery`, { done: 'It shines' });
  await must('requester', `/${id}/serving-answer`, { greeted: false, closed: false }, 'PUT');
  await must('requester', `/${id}/acceptance`, { thanks: 'Thank you' });
  return id;
}
