// For tests of ideas: the hotel's people proposing, answering and promising through HTTP. Aino proposes to IT, Liisa answers, Mika promises.
import type { Idea, IdeaEntry } from '../../contract/ideas.ts';
import type { Said } from '../platform/test.ts';
import type { Hotel, Person } from '../requests/for-tests.ts';

export const seen = (said: Said): Idea => {
  if (said.status >= 300) throw new Error(`${said.status} ${said.text}`);
  return said.body;
};
export const on = ({ id }: { id: string }, path = '') => `/api/ideas/${id}${path && `/${path}`}`;
export const promise = { deliverable: 'A box on the wall', due: '2026-12-01T14:00:00Z' };

export function ideasOf(hotel: Hotel) {
  const propose = async (more: object = {}, by = hotel.aino): Promise<Idea> =>
    seen(
      await by.post('/api/ideas', { title: 'A key box at the door', why: 'Nobody waits.', team: hotel.it, ...more }),
    );
  const decided = async (more: object = {}): Promise<Idea> =>
    seen(await hotel.liisa.post(on(await propose(more), 'decision'), { words: 'Yes!' }));
  const committed = async (more: object = {}): Promise<Idea> =>
    seen(await hotel.mika.post(on(await decided(more), 'commitment'), { to: hotel.liisa.id, ...promise }));
  const read = async (idea: Idea, by: Person = hotel.aino): Promise<Idea> => seen(await by.get(on(idea)));
  const story = async (idea: Idea): Promise<string[]> => {
    const { items }: { items: IdeaEntry[] } = (await hotel.aino.get(on(idea, 'messages'))).body;
    return items.map((entry) => (entry.kind === 'event' ? entry.what : 'message'));
  };
  return { propose, decided, committed, read, story };
}
