// Searching by filters, files and services through HTTP: what narrows, what is found, and that nothing is told of what I may not see.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Findings } from '../../contract/finding.ts';
import { sent } from '../attachments/for-tests.ts';
import { at, openHotel, seen, stories, type Hotel, type Person } from '../requests/for-tests.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
beforeAll(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
});
beforeEach(() => {
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

const search = async (person: Person, q: string): Promise<Findings> => {
  const said = await person.get(`/api/search?q=${encodeURIComponent(q)}`);
  expect(said.status, said.text).toBe(200);
  return said.body;
};
const titles = async (person: Person, q: string) =>
  (await search(person, q)).requests.items.map(({ request }) => request.title);

describe('filters', () => {
  beforeAll(async () => {
    hotel.time('2026-11-16T21:59:00Z');
    await tell.ask({ title: 'Lamp of Monday night' });
    hotel.time('2026-11-16T22:01:00Z');
    const promised = await tell.ask({ title: 'Lamp of Tuesday morning', participants: [hotel.eeva.id] });
    const words = { deliverable: 'A lamp', due: '2026-11-18T14:00:00Z' };
    seen(await hotel.mika.post(at(promised, 'promise'), words));
    hotel.time('2026-11-20T08:00:00Z');
    await tell.ask({ title: 'Lamp for the kitchen', team: hotel.kitchen }, hotel.eeva);
    await tell.ask({ title: 'Lamp to carry', team: undefined, person: hotel.mika.id }, hotel.liisa);
    seen(await hotel.aino.post(at(await tell.ask({ title: 'Lamp after all' }), 'withdrawal')));
  });
  const all = ['after all', 'of Monday night', 'of Tuesday morning'];
  const found = async (person: Person, q: string) =>
    (await titles(person, `lamp ${q}`)).map((title) => title.replace('Lamp ', '')).toSorted();

  it('from: and to: narrow to people and teams, by any part of the name, or to me', async () => {
    for (const q of ['from:aino', 'from:virt', 'from:"Aino Virtanen"', 'keneltä:minulta', 'de:yo', 'от:AINO'])
      expect(await found(hotel.aino, q), q).toEqual(all);
    expect(await found(hotel.mika, 'from:liisa')).toEqual(['to carry']);
    expect(await found(hotel.mika, 'to:mika')).toEqual(['to carry']);
    expect(await found(hotel.mika, 'to:me')).toEqual([
      ...all.slice(0, 1),
      'of Monday night',
      'of Tuesday morning',
      'to carry',
    ]);
    expect(await found(hotel.eeva, 'to:kitch')).toEqual(['for the kitchen']);
    for (const q of ['from:nobody', 'to:"%"', 'by:_', 'from:"kitchen"']) expect(await found(hotel.mika, q)).toEqual([]);
  });
  it('by: is who promised it', async () => {
    expect(await found(hotel.aino, 'by:korhonen')).toEqual(['of Tuesday morning']);
    expect(await found(hotel.mika, 'lupasi:minä')).toEqual(['of Tuesday morning']);
  });
  it.each([
    ['is:withdrawn', ['after all']],
    ['is:ended', ['after all']],
    ['is:promised', ['of Tuesday morning']],
    ['is:late', ['of Tuesday morning']],
    ['is:open', ['of Monday night', 'of Tuesday morning']],
    ['is:asked is:promised', ['of Monday night', 'of Tuesday morning']],
    ['is:open is:asked', ['of Monday night']],
    ['is:open is:withdrawn', []],
    ['is:private', []],
    ['is:mine', all],
  ])('%s', async (q, expected) => expect(await found(hotel.aino, q)).toEqual(expected));
  it('late is only what is promised and past its time', async () => {
    hotel.time('2026-11-18T13:59:00Z');
    expect(await found(hotel.aino, 'is:late')).toEqual([]);
  });
  it('before: and after: are days in the zone of the reader', async () => {
    expect(await found(hotel.aino, 'before:2026-11-17')).toEqual(['of Monday night']);
    expect(await found(hotel.aino, 'after:17.11.2026 before:20.11.2026')).toEqual(['of Tuesday morning']);
    expect(await found(hotel.aino, 'after:last week')).toEqual(all);
    expect(await found(hotel.aino, 'before:"this week" after:2026-11-20')).toEqual(['after all']);
    expect(await found(hotel.aino, 'after:yesterday')).toEqual([]);
  });
  it('alone they list what I may see, the newest change first, and nothing but requests', async () => {
    const { requests, people, teams, articles, services } = await search(hotel.aino, 'from:aino is:open');
    expect(requests.items.map(({ request }) => request.title)).toEqual([
      'Lamp of Tuesday morning',
      'Lamp of Monday night',
    ]);
    expect([requests.total, people, teams, articles, services]).toEqual([2, [], [], [], []]);
  });
  it('show nothing of what I may not see, counts included', async () => {
    for (const q of [
      'from:aino',
      'is:open from:aino',
      'lamp from:aino',
      'after:2026-01-01 to:IT',
      'by:mika',
      'is:late',
    ])
      expect((await search(hotel.oleg, q)).requests, q).toEqual({ items: [], total: 0 });
    expect(await titles(hotel.jussi, 'before:2030-01-01 is:open')).toEqual([]);
    expect(await found(hotel.eeva, '')).toEqual(['for the kitchen', 'of Tuesday morning']);
  });
  it('that nobody knows are searched as words, and told', async () => {
    expect((await search(hotel.aino, 'lamp colour:green')).misread).toEqual([
      { part: 'colour:green', why: 'unknownFilter' },
    ]);
    const { requests, misread } = await search(hotel.aino, 'lamp is:green');
    expect([requests.total, misread]).toEqual([3, [{ part: 'is:green', why: 'unknownState' }]]);
  });
});

describe('files', () => {
  it('are found by their names, with the request that they go with, by those who see it', async () => {
    const file = await sent(hotel.aino, Buffer.from('%PDF-1.4'), 'floorplan of sali.pdf');
    const request = await tell.ask({ title: 'A new carpet', attachments: [file.id] });
    const { files, requests } = await search(hotel.mika, 'floorplan');
    expect(files).toEqual([{ ...file, request: { id: request.id, number: request.number, title: 'A new carpet' } }]);
    expect(requests.items).toEqual([
      {
        request: expect.objectContaining({ id: request.id }),
        excerpt: null,
        place: null,
        file: { id: file.id, name: file.name },
      },
    ]);
    // The name is only a part of what was searched: told at the request, not as a file of its own.
    const mixed = await search(hotel.mika, 'carpet floorpl');
    expect([mixed.files, mixed.requests.items[0]?.file?.id]).toEqual([[], file.id]);
    expect(await titles(hotel.mika, 'has:file carpet')).toEqual(['A new carpet']);
    for (const q of ['floorplan', 'has:file'])
      expect(await search(hotel.oleg, q)).toMatchObject({ files: [], requests: { items: [], total: 0 } });
  });
  it('of notes are found by whoever may read the note, and count for nobody else', async () => {
    const request = await tell.ask({ title: 'Something delicate', participants: [hotel.eeva.id] });
    const file = await sent(hotel.mika, Buffer.from('secret'), 'pelican.txt');
    seen(await hotel.mika.post(at(request, 'messages'), { body: 'See this', kind: 'note', attachments: [file.id] }));
    expect((await search(hotel.liisa, 'pelican')).files).toHaveLength(1);
    expect(await titles(hotel.liisa, 'has:file delicate')).toEqual(['Something delicate']);
    for (const person of [hotel.aino, hotel.eeva, hotel.oleg, hotel.jussi]) {
      for (const q of ['pelican', 'pelican.txt', 'has:file pelican', 'has:file delicate'])
        expect(await search(person, q), q).toMatchObject({ files: [], requests: { items: [], total: 0 } });
    }
  });
});

describe('promises', () => {
  it('outside of requests are found by what was promised and done, by the two whose they are and by nobody else', async () => {
    const promise = async (by: Person, to: Person, deliverable: string): Promise<{ id: string }> =>
      (await by.post('/api/promises', { to: to.id, deliverable, due: '2026-11-26T10:00:00Z' })).body;
    const one = await promise(hotel.mika, hotel.eeva, 'The heron report');
    const two = await promise(hotel.eeva, hotel.mika, 'A walk');
    await hotel.eeva.post(`/api/promises/${two.id}/delivery`, { done: 'We saw two herons' });
    await promise(hotel.mika, hotel.liisa, 'The duck report');
    const found = async (person: Person, q: string) => (await search(person, q)).promises.map(({ id }) => id);
    for (const person of [hotel.mika, hotel.eeva])
      expect((await found(person, 'heron')).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(await found(hotel.mika, '"heron report" -duck')).toEqual([one.id]);
    for (const person of [hotel.liisa, hotel.aino, hotel.oleg, hotel.jussi])
      for (const q of ['heron', '"heron report"', 'herons']) expect(await found(person, q)).toEqual([]);
    const [row] = (await search(hotel.eeva, 'heron report')).promises;
    expect(row).toMatchObject({ by: { id: hotel.mika.id }, can: ['accept', 'counter', 'release'] });
    // What is let go stands behind what still runs; filters are about requests.
    await hotel.eeva.post(`/api/promises/${one.id}/release`, {});
    expect(await found(hotel.mika, 'heron')).toEqual([two.id, one.id]);
    expect(await found(hotel.mika, 'heron is:open')).toEqual([]);
  });
  it('are found by who the other is: those that run first, and only by the two', async () => {
    const promise = async (by: Person, to: Person, deliverable: string): Promise<string> => {
      const made = await by.post('/api/promises', { to: to.id, deliverable, due: '2026-11-27T10:00:00Z' });
      return String(Object(made.body).id);
    };
    const ended = await promise(hotel.oleg, hotel.aino, 'A soup');
    await hotel.aino.post(`/api/promises/${ended}/release`, {});
    const made = await promise(hotel.aino, hotel.oleg, 'A ladle');
    const given = await promise(hotel.oleg, hotel.aino, 'A note for Oleg');
    await promise(hotel.oleg, hotel.jussi, 'A pan');
    const found = async (person: Person, q: string) => (await search(person, q)).promises.map(({ id }) => id);
    // What says the words stands before what is merely with that person.
    expect(await found(hotel.aino, 'oleg')).toEqual([given, made, ended]);
    expect((await found(hotel.oleg, 'aino')).toSorted()).toEqual([made, given, ended].toSorted());
    expect(await found(hotel.liisa, 'oleg')).toEqual([]);
  });
  it('of requests are found with their requests', async () => {
    const request = await tell.ask({ title: 'A bird bath' });
    seen(await hotel.mika.post(at(request, 'promise'), { deliverable: 'A stork', due: '2026-11-26T10:00:00Z' }));
    expect((await search(hotel.mika, 'stork')).promises).toEqual([]);
  });
});

describe('services', () => {
  it('are found by those who may ask for them', async () => {
    const offer = { team: hotel.it, name: 'Toucan rental', description: 'A bird for a day', askers: [hotel.kitchen] };
    expect((await hotel.liisa.post('/api/services', offer)).status).toBe(201);
    const { services } = await search(hotel.oleg, 'touc');
    expect(services).toEqual([
      {
        id: expect.any(String),
        name: 'Toucan rental',
        team: { id: hotel.it, name: 'IT' },
        description: 'A bird for a day',
      },
    ]);
    expect((await search(hotel.aino, 'touc')).services).toEqual([]);
    const request = await tell.ask({ title: 'For the feast', team: undefined, service: services[0]?.id }, hotel.oleg);
    expect(await titles(hotel.oleg, 'service:toucan')).toEqual([request.title]);
    expect(await titles(hotel.aino, 'service:toucan')).toEqual([]);
  });
});

describe('the words shown', () => {
  const filler = 'We have looked at it together and found nothing yet. '.repeat(8);
  it('are those around what matched, however far into the text', async () => {
    const request = await tell.ask({
      title: 'A noise',
      details: `${filler}It is the **accordion** in room 7. ${filler}`,
    });
    seen(await hotel.mika.post(at(request, 'messages'), { body: `${filler}The bassoon does it. ${filler}` }));
    const [ask] = (await search(hotel.aino, 'accordions')).requests.items;
    expect(ask).toMatchObject({
      place: 'ask',
      excerpt: expect.stringMatching(/^… .*It is the accordion in room 7.* …$/),
    });
    const [said] = (await search(hotel.aino, 'bassoon')).requests.items;
    expect(said).toMatchObject({ place: 'message', excerpt: expect.stringContaining('The bassoon does it') });
  });
});
