// Asking for a service through HTTP: its form and what of it is kept, its times, its checklist, its sight and whose yes it needs.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewService } from '../../contract/catalog.ts';
import { Form } from '../../contract/forms.ts';
import type { Request } from '../../contract/requests.ts';
import { path, sent } from '../attachments/for-tests.ts';
import { createService } from '../catalog/catalog.ts';
import { transact } from '../platform/db.ts';
import type { Said } from '../platform/test.ts';
import { at, must, openHotel, refuses, seen, storyOf, type Hotel } from './for-tests.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
beforeEach(() => {
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

const laptop = Form.parse([
  { key: 'model', kind: 'choice', label: 'Which one?', required: true, options: ['Light', 'Strong', 'Other'] },
  {
    key: 'which',
    kind: 'text',
    label: 'Which other one?',
    required: true,
    showIf: { tests: [{ field: 'model', is: 'is', value: 'Other' }] },
  },
  { key: 'user', kind: 'person', label: 'Who will use it?' },
  { key: 'budget', kind: 'money', label: 'Up to how much?' },
]);
let named = 0;
const offer = async (more: Partial<NewService> = {}) => {
  const fields = { team: hotel.it, name: `A laptop ${(named += 1)}`, form: laptop, ...more };
  return must(await transact(hotel.db, (tx) => createService(tx, fields, hotel.time()))).id;
};
const ask = (service: string, answers: object, more: object = {}): Promise<Said> =>
  hotel.aino.post('/api/requests', { service, answers, ...more });
const light = { model: 'Light' };

describe('what is answered', () => {
  it('is kept in its one written form, shown as what was asked, and calls the ask by its first answer', async () => {
    const answers = { model: ' Light ', user: hotel.eeva.id, budget: { amount: '900', currency: 'EUR' }, which: '' };
    const request = seen(await ask(await offer({ name: 'Laptop' }), answers));
    expect(request).toMatchObject({ title: 'Laptop: Light', team: { id: hotel.it }, service: { name: 'Laptop' } });
    expect(request.answers).toMatchObject([
      { key: 'model', label: 'Which one?', answer: 'Light', person: null },
      { key: 'user', kind: 'person', person: { name: 'Eeva Salo' } },
      { key: 'budget', answer: { amount: '900.00', currency: 'EUR' } },
    ]);
  });
  it('in a hidden question is never kept, and does not hinder', async () => {
    const request = seen(await ask(await offer(), { ...light, which: 'hiddenkanari'.repeat(200), nonsense: 1 }));
    const kept = await hotel.db
      .selectFrom('requests_answer')
      .where('request_id', '=', request.id)
      .selectAll()
      .execute();
    expect(kept[0]?.answers).toEqual(light);
    expect(JSON.stringify(request)).not.toContain('hiddenkanari');
  });
  it('is asked for where a condition shows it, and what is wrong is said at each field', async () => {
    const service = await offer();
    await refuses(hotel, () => ask(service, { model: 'Other' }), 422, 'required', 'answers.which');
    const wrong = await ask(service, { model: 'Heavy', budget: { amount: 'much', currency: 'EUR' } });
    const { fields } = wrong.body as { fields: { path: string; code: string; detail: string }[] };
    expect(fields.map(({ path, code }) => [path, code])).toEqual([
      ['answers.model', 'notAChoice'],
      ['answers.budget', 'notAnAmount'],
    ]);
    expect(fields.every(({ detail }) => detail.length > 10)).toBe(true);
  });
  it('names a colleague of today, or nobody', async () => {
    const user = '00000000-0000-4000-8000-000000000000';
    const service = await offer();
    await refuses(hotel, () => ask(service, { ...light, user }), 422, 'unknownPerson', 'answers.user');
  });
  it('is found by search like the words of the ask, by those who may see it', async () => {
    const found = async (q: string, by = hotel.aino) =>
      ((await by.get(`/api/search?q=${q}`)).body as { requests: { total: number } }).requests.total;
    const request = seen(await ask(await offer(), { model: 'Other', which: 'Platypus 3000' }));
    expect([await found('platypus'), await found('platypus', hotel.oleg)]).toEqual([1, 0]);
    const edit = { answers: { model: 'Other', which: 'Wombatbook' } };
    seen(await hotel.aino.call('PATCH', at(request), edit, { 'if-match': `"${request.version}"` }));
    expect([await found('platypus'), await found('wombatbook')]).toEqual([0, 1]);
    const title = { title: 'Put in other words' };
    seen(await hotel.aino.call('PATCH', at(request), title, { 'if-match': `"${request.version + 1}"` }));
    expect(await found('wombatbook')).toBe(1);
  });
  it('stays with the form that it was asked by, though the service asks other things today', async () => {
    const service = await offer();
    const request = seen(await ask(service, light));
    const form = [{ key: 'colour', kind: 'text', label: 'Colour?' }];
    const changed = await hotel.liisa.call('PATCH', `/api/services/${service}`, { form }, { 'if-match': '"1"' });
    expect(changed.status).toBe(200);
    expect(seen(await hotel.aino.get(at(request))).answers.map(({ label }) => label)).toEqual(['Which one?']);
    const edit = { answers: { model: 'Strong', colour: 'Blue' } };
    const edited = seen(await hotel.aino.call('PATCH', at(request), edit, { 'if-match': '"1"' }));
    expect(edited.answers).toMatchObject([{ key: 'model', answer: 'Strong' }]);
  });
  it('is not asked where there is no form', async () => {
    const request = seen(await hotel.aino.post('/api/requests', { title: 'A lamp', team: hotel.it }));
    const edit = () => hotel.aino.call('PATCH', at(request), { answers: light }, { 'if-match': '"1"' });
    await refuses(hotel, edit, 422, 'nothingAsked', 'answers');
  });
});

describe('whom one asks', () => {
  it('is a service, a team or a colleague, and just one of them', async () => {
    const service = await offer();
    const call = (body: object) => () => hotel.aino.post('/api/requests', { title: 'x', ...body });
    await refuses(hotel, call({ service, team: hotel.it }), 422, 'oneRecipient', 'team');
    await refuses(hotel, call({}), 422, 'oneRecipient', 'team');
    await refuses(hotel, () => hotel.aino.post('/api/requests', { team: hotel.it }), 422, 'required', 'title');
  });
  it('is a service that one may ask, or none at all', async () => {
    const kitchens = await offer({ askers: [hotel.kitchen] });
    await refuses(hotel, () => ask(kitchens, light), 422, 'unknownService', 'service');
    seen(await hotel.oleg.post('/api/requests', { service: kitchens, answers: light }));
    const absent = '00000000-0000-4000-8000-000000000000';
    await refuses(hotel, () => ask(absent, light), 422, 'unknownService', 'service');
  });
});

describe('what comes with a service', () => {
  it('its times to say hello and to close, while it is with its team', async () => {
    const service = await offer({ greetingMinutes: 30, closingMinutes: 60 });
    const request = seen(await ask(service, light));
    expect(request.greetBy).toBe('2026-11-24T08:30:00.000Z');
    const due = '2026-11-24T10:00:00Z';
    seen(await hotel.mika.post(at(request, 'promise'), { deliverable: 'It', due }));
    expect(seen(await hotel.mika.post(at(request, 'delivery'), { done: 'Here' })).closeBy).toBe(
      '2026-11-24T09:00:00.000Z',
    );
    const other = seen(await ask(service, light));
    seen(await hotel.mika.post(at(other, 'hand-over'), { team: hotel.kitchen, context: 'Yours' }));
    expect(seen(await hotel.oleg.get(at(other))).greetBy > '2026-11-24T08:30:00.000Z').toBe(true);
  });
  it('its checklist, in its order', async () => {
    const request = seen(await ask(await offer({ checklist: ['Order it', 'Install it', 'Hand it over'] }), light));
    expect(request.items.map(({ words }) => words)).toEqual(['Order it', 'Install it', 'Hand it over']);
    expect(request.checklist).toEqual({ done: 0, all: 3 });
  });
  it('its sight', async () => {
    const open = seen(await ask(await offer({ sight: 'open' }), light));
    const closed = seen(await ask(await offer({ sight: 'private' }), light));
    expect([open.sight, closed.sight]).toEqual(['open', 'private']);
    expect([(await hotel.oleg.get(at(open))).status, (await hotel.oleg.get(at(closed))).status]).toEqual([200, 404]);
    const over = () => hotel.mika.post(at(closed, 'hand-over'), { team: hotel.kitchen, context: 'Yours' });
    await refuses(hotel, over, 422, 'privateStays', 'team');
  });
  it('a yes of the requester’s manager, whoever asks for them', async () => {
    await hotel.db
      .updateTable('directory_person')
      .set({ manager_id: hotel.eeva.id })
      .where('id', '=', hotel.aino.id)
      .execute();
    const service = await offer({ approval: { mode: 'inOrder', steps: [{ manager: true }] } });
    const own = seen(await ask(service, light));
    const forAino = seen(
      await hotel.oleg.post('/api/requests', { service, answers: light, onBehalfOf: hotel.aino.id }),
    );
    for (const request of [own, forAino]) expect(request.waitsFor.map(({ id }) => id)).toEqual([hotel.eeva.id]);
  });
});

describe('an ask that is changed after a yes', () => {
  it('is asked about anew: the yes was to something else', async () => {
    const service = await offer({ approval: { mode: 'inOrder', steps: [{ person: hotel.oleg.id }] } });
    const request = seen(await ask(service, { ...light, budget: { amount: '900', currency: 'EUR' } }));
    const approved: Request = seen(await hotel.oleg.post(at(request, 'approval'), {}));
    expect(approved.waitsFor).toEqual([]);
    hotel.time('2026-11-24T09:00:00Z');
    const edit = { answers: { ...light, budget: { amount: '9000', currency: 'EUR' } } };
    const edited = await hotel.aino.call('PATCH', at(request), edit, { 'if-match': `"${approved.version}"` });
    expect(seen(edited).waitsFor.map(({ id }) => id)).toEqual([hotel.oleg.id]);
    expect(await storyOf(hotel.aino, request)).toEqual([
      'asked',
      'approvalAsked',
      'approved',
      'edited',
      'approvalAsked',
    ]);
    const story = (await hotel.aino.get(at(request, 'messages'))).text;
    expect(story).not.toContain('"before"');
  });
});

describe('a file that is asked for', () => {
  const scan = Form.parse([{ key: 'scan', kind: 'file', label: 'The signed paper', required: true }]);

  it('is the answer: shown with its name, and read by those who see the request alone', async () => {
    const file = await sent(hotel.aino, Buffer.from('signed'), 'contract.txt');
    const request = seen(await ask(await offer({ form: scan }), { scan: file.id }));
    expect(request.answers).toMatchObject([{ key: 'scan', label: 'The signed paper', answer: file.id, file }]);
    expect(request.attachments).toEqual([]);
    for (const who of [hotel.aino, hotel.mika, hotel.liisa]) {
      expect(seen(await who.get(at(request))).answers[0]?.file?.name).toBe('contract.txt');
      expect((await who.get(path(file))).text).toBe('signed');
    }
    for (const who of [hotel.oleg, hotel.eeva, hotel.jussi]) expect((await who.get(path(file))).status).toBe(404);
  });
  it('is wanted, is a file of one’s own, and answers one question only', async () => {
    const service = await offer({ form: scan });
    await refuses(hotel, () => ask(service, {}), 422, 'required', 'answers.scan');
    const theirs = await sent(hotel.mika, Buffer.from('his'));
    await refuses(hotel, () => ask(service, { scan: theirs.id }), 422, 'unknownFile', 'answers.scan');
    const mine = await sent(hotel.aino, Buffer.from('mine'));
    seen(await ask(service, { scan: mine.id }));
    await refuses(hotel, () => ask(service, { scan: mine.id }), 422, 'unknownFile', 'answers.scan');
  });
  it('may be another one after an edit, and stays what it was when something else is edited', async () => {
    const [first, second] = [
      await sent(hotel.aino, Buffer.from('1'), 'one.txt'),
      await sent(hotel.aino, Buffer.from('2'), 'two.txt'),
    ];
    const request = seen(await ask(await offer({ form: scan }), { scan: first.id }));
    const edit = (body: object, version: number) =>
      hotel.aino.call('PATCH', at(request), body, { 'if-match': `"${version}"` });
    const same = seen(await edit({ title: 'Anew', answers: { scan: first.id } }, request.version));
    expect(same.answers[0]?.file).toEqual(first);
    const other = seen(await edit({ answers: { scan: second.id } }, same.version));
    expect(other.answers[0]?.file).toEqual(second);
    expect((await hotel.mika.get(path(second))).text).toBe('2');
  });
});
