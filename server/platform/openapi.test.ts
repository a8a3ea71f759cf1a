// The interface as its document tells it: the committed file is what is served, whole and consistent, and answers are what it promises.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { file, openapi } from '../openapi.ts';
import { at, openHotel, stories, type Hotel, type Person } from '../requests/for-tests.ts';
import type { Said } from './test.ts';

type Json = Record<string, unknown>;
type Operation = {
  operationId: string;
  summary: string;
  parameters?: { name: string; in: string; required: boolean }[];
  responses: Record<string, { content?: Record<string, { schema: Json }> }>;
};
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: Json } };

const document: Document = JSON.parse(openapi());
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);
const ids = operations.map(({ operation }) => operation.operationId);

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());

/** Every object inside, with the way to it. */
function* parts(value: unknown, way = '#'): Generator<[way: string, part: Json]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [way, value as Json];
  for (const [key, inner] of Object.entries(value)) yield* parts(inner, `${way}/${key}`);
}
const refs = [...parts(document)].flatMap(([way, { $ref }]) => (typeof $ref === 'string' ? [{ way, $ref }] : []));

describe('the document', () => {
  it('is the committed openapi.json; when it is not, `npm run openapi` writes it', () => {
    expect(readFileSync(file, 'utf8') === openapi()).toBe(true);
  });
  it('is what the server serves, for everything that it serves', async () => {
    expect((await hotel.browser().get('/api/openapi.json')).body).toEqual(document);
    expect(ids.toSorted()).toEqual(hotel.served.flatMap((one) => one.map(({ id }) => id)).toSorted());
  });
  it('is of OpenAPI 3.1', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect([...parts(document)].filter(([, part]) => part['nullable'] === true)).toEqual([]);
  });
  it('names every operation once, with a summary', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { operation } of operations) expect(operation.summary.length).toBeGreaterThan(3);
  });
  it('has the operations that programs rely on', () => {
    const relied =
      `createCompany signInDemo listPeople getPerson listTeams getTeam createRequest listRequests getRequest
      listMessages addMessage greetRequest promiseRequest counterRequest acceptCounter declineRequest handOverRequest
      renegotiatePromise answerRenegotiation revokePromise reportDelivery acceptDelivery returnDelivery withdrawRequest
      reopenRequest rateAsk getToday getQueue listNotices search streamEvents getHealth getReady`.split(/\s+/);
    expect(relied.filter((id) => !ids.includes(id))).toEqual([]);
  });
  it('refers only to what is there, and holds nothing that nobody refers to', () => {
    const names = Object.keys(document.components.schemas);
    const wanted = new Set(refs.map(({ $ref }) => $ref.replace('#/components/schemas/', '')));
    expect(refs.filter(({ $ref }) => !names.includes($ref.replace('#/components/schemas/', '')))).toEqual([]);
    expect(names.filter((name) => !wanted.has(name))).toEqual([]);
  });
  it('names each parameter of each path, as required', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const told =
        operation.parameters?.filter((one) => one.in === 'path' && one.required).map(({ name }) => name) ?? [];
      expect({ path, told: told.toSorted() }).toEqual({ path, told: named.toSorted() });
    }
  });
  it('offers Idempotency-Key with every write of ours, and If-Match with every edit', () => {
    const takes = (name: string) =>
      operations.filter(({ operation }) =>
        operation.parameters?.some((one) => one.in === 'header' && one.name === name),
      );
    const routes = hotel.served.flat();
    const keyed = routes
      .filter(({ route }) => route.method !== 'GET' && route.idempotent !== false)
      .map(({ id }) => id);
    expect(
      takes('Idempotency-Key')
        .map(({ operation }) => operation.operationId)
        .toSorted(),
    ).toEqual(keyed.toSorted());
    // A passkey's name is its owner's alone: there is nobody else whose words could be lost.
    const lonely = ['renamePasskey'];
    const edits = routes
      .filter(({ id, route }) => route.method === 'PATCH' && !lonely.includes(id))
      .map(({ id }) => id);
    expect(takes('If-Match').map(({ operation }) => operation.operationId)).toEqual(expect.arrayContaining(edits));
  });
  it('names the types of what it answers one by one, and calls no JSON a string', () => {
    for (const { operation } of operations)
      for (const [type, { schema }] of Object.entries(Object.values(operation.responses)[0]?.content ?? {}))
        expect([operation.operationId, type, schema['type'] === 'string']).toEqual([
          operation.operationId,
          expect.stringMatching(/^[\w.+-]+\/[\w.+-]+$/),
          type !== 'application/json',
        ]);
    const photo = operations.find(({ operation }) => operation.operationId === 'getPhoto')?.operation;
    expect(Object.keys(photo?.responses[200]?.content ?? {})).toEqual(['image/webp', 'image/jpeg', 'image/png']);
  });
  it('promises an answer and a problem for each operation', () => {
    const beside: Record<string, string[]> = { getAttachment: ['206', '304'], readCalendar: ['304'] };
    for (const { operation } of operations) {
      const [status = '', ...others] = Object.keys(operation.responses);
      const also = beside[operation.operationId] ?? [];
      expect([operation.operationId, others]).toEqual([operation.operationId, [...also, 'default']]);
      expect(operation.responses[status]?.content === undefined).toBe(status === '204');
    }
  });
});

/** The schema of the document as a parser: strictly what it promises. */
function promised(schema: Json) {
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas });
  return z.fromJSONSchema(
    JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<typeof z.fromJSONSchema>[0],
  );
}
const operationOf = (id: string) => operations.find(({ operation }) => operation.operationId === id)!;

function keepsWord(id: string, said: Said) {
  const { responses } = operationOf(id).operation;
  const answer = responses[said.status] ?? responses['default'];
  const type = String(said.headers['content-type'] ?? '').split(';')[0] ?? '';
  const schema = answer?.content?.[type]?.schema;
  expect(schema, `${id} answered ${said.status} ${type}`).toBeDefined();
  const parsed = promised(schema ?? {}).safeParse(said.body);
  expect(parsed.error?.issues ?? [], `${id} ${said.status}`).toEqual([]);
}

describe('answers are what the document promises', () => {
  it('when something is read, by everybody and at every stage', async () => {
    const tell = stories(hotel);
    const requests = [
      await tell.ask(),
      await tell.countered(),
      await tell.proposed(),
      await tell.delivered(),
      await tell.closed(),
    ];
    for (const request of requests) {
      await hotel.mika.post(at(request, 'messages'), { body: 'A note', kind: 'note' });
      keepsWord('getRequest', await hotel.mika.get(at(request)));
      keepsWord('listMessages', await hotel.mika.get(at(request, 'messages')));
      keepsWord('listDueChoices', await hotel.mika.get(at(request, 'due-choices?at=2026-12-24T10:00:00Z')));
    }
    const read: [string, string][] = [
      ['listRequests', '/api/requests'],
      ['getToday', '/api/today'],
      ['getQueue', `/api/teams/${hotel.it}/queue?part=promised`],
      ['listNotices', '/api/notices'],
      ['search', '/api/search?q=projector'],
      ['listPeople', '/api/people'],
      ['getPerson', `/api/people/${hotel.aino.id}`],
      ['listTeams', '/api/teams'],
      ['getTeam', `/api/teams/${hotel.it}`],
      ['getHealth', '/healthz'],
      ['getReady', '/readyz'],
    ];
    for (const person of [hotel.mika, hotel.aino, hotel.jussi] satisfies Person[])
      for (const [id, url] of read) keepsWord(id, await person.get(url));
  });
  it('when something is done', async () => {
    const tell = stories(hotel);
    const asked = await hotel.aino.post('/api/requests', { title: 'A lamp', team: hotel.it });
    keepsWord('createRequest', asked);
    const request = asked.body as { id: string };
    keepsWord('addMessage', await hotel.aino.post(at(request, 'messages'), { body: 'Hello' }));
    keepsWord(
      'promiseRequest',
      await hotel.mika.post(at(request, 'promise'), { deliverable: 'A lamp', due: '2026-11-24T14:00:00Z' }),
    );
    keepsWord('reportDelivery', await hotel.mika.post(at(request, 'delivery'), { done: 'Brought it' }));
    keepsWord(
      'acceptDelivery',
      await hotel.aino.post(at(request, 'acceptance'), { thanks: 'Thanks', ratings: { timing: 5 } }),
    );
    const rating = { clear: true, complete: true, inTime: true, thanked: true };
    keepsWord('rateAsk', await hotel.mika.call('PUT', at(await tell.closed(), 'ask-rating'), rating));
  });
  it('when something is refused, in every language', async () => {
    for (const language of ['en', 'fi', 'es', 'ru']) {
      const said = await hotel.aino.post('/api/requests', { title: '', team: 'IT' }, { 'accept-language': language });
      keepsWord('createRequest', said);
      expect([said.headers['content-type'], said.headers['content-language']]).toEqual([
        'application/problem+json; charset=utf-8',
        language,
      ]);
    }
    keepsWord('getRequest', await hotel.oleg.get('/api/requests/nonsense'));
    keepsWord('getToday', await hotel.browser().get('/api/today'));
  });
  it('and a document that promised something else would be caught', async () => {
    const request = await stories(hotel).ask();
    expect(promised({ $ref: '#/components/schemas/Today' }).safeParse(request).success).toBe(false);
    expect(promised({ $ref: '#/components/schemas/Request' }).safeParse({ ...request, state: 'lost' }).success).toBe(
      false,
    );
  });
});
