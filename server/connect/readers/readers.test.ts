// Reading what earlier systems export: who said what when, what was for the team alone, and what is wrong, with its place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importSources } from '../../../contract/connect-imports.ts';
import {
  around,
  glpi,
  rt,
  table,
  upload,
  zammad,
  zammadArticles,
  zammadTicket,
  zammadUsers,
} from './fixtures-for-tests.ts';
import { plain } from './markup.ts';
import { readers } from './readers.ts';
import { pieces } from './story.ts';

const codes = (troubles: readonly { file: string; place: number; reasons: readonly { refused: string }[] }[]) =>
  troubles.map(({ file, place, reasons }) => [file, place, ...reasons.map(({ refused }) => refused)].join(' '));

describe('Zammad', () => {
  it('tells who asked, who answered, and what is for the team alone', () => {
    const { requests, people, troubles } = readers.zammad(zammad, around);
    expect(troubles).toEqual([]);
    expect(requests[0]).toMatchObject({
      file: 'tickets.json',
      place: 1,
      reasons: [{ refused: 'contentMissing', field: 'gone.png' }],
      item: {
        number: '67021',
        title: 'The projector of Sali 3',
        details: 'It shows only green.\nSince Monday & always.',
        requester: 'nicole@old.example',
        owner: 'mika@example.com',
        team: 'IT',
        state: 'closed',
        createdAt: '2024-03-05T09:12:00.000Z',
        endedAt: '2024-03-06T15:00:00.000Z',
        files: [{ name: 'green.txt', type: 'text/plain' }],
        messages: [
          { author: 'mika@example.com', body: 'CANARY the lamp is cheap', private: true },
          { author: 'mika@example.com', body: 'Changed the cable.', private: false },
        ],
      },
    });
    expect(people.map(({ name, email, active }) => [name, email, active])).toEqual([
      ['Nicole Braun', 'nicole@old.example', true],
      ['Mika Korhonen', 'mika@example.com', true],
      ['\u{E0F0}', null, false],
    ]);
  });
  it('is read when everything is in one object, or by ids as a search answers', () => {
    const assets = { Ticket: { 21: zammadTicket }, User: Object.fromEntries(zammadUsers.map((one) => [one.id, one])) };
    const one = upload('search.json', { tickets: [21], tickets_count: 1, assets });
    const { requests } = readers.zammad(
      [one, upload('ticket_articles.json', { ticket_articles: zammadArticles })],
      around,
    );
    expect(requests[0]?.item).toMatchObject({ requester: 'nicole@old.example', messages: [{ private: true }, {}] });
  });
  it('without words or title is called by its words, and somebody unknown was a colleague once', () => {
    expect(readers.zammad(zammad, around).requests[1]?.item).toMatchObject({
      title: 'A second key, please',
      team: 'Front desk keys',
      state: 'asked',
      endedAt: null,
      requester: 'nobody',
      owner: null,
    });
  });
  it('is told what is wrong item by item, and the rest comes along', () => {
    const files = [
      upload('broken.json', '[{"id": 1,'),
      upload('number.json', '42'),
      upload('tickets.json', [
        { ...zammadTicket, id: 1e20 },
        { ...zammadTicket, id: 30, created_at: 'yesterday' },
        { ...zammadTicket, id: 31 },
        'no ticket',
        { strange: true },
      ]),
      upload('articles.json', [
        { ...zammadArticles[0], ticket_id: 77 },
        { ...zammadArticles[1], ticket_id: 31, body: null },
      ]),
      { name: 'latin.json', bytes: Buffer.from([0x5b, 0x22, 0xe4, 0x22, 0x5d]) },
    ];
    const { requests, troubles } = readers.zammad(files, around);
    expect(requests.map(({ item }) => item.key)).toEqual(['31']);
    expect(codes(troubles).toSorted()).toEqual([
      'articles.json 1 requestMissing',
      'articles.json 2 required',
      'broken.json 0 notJson',
      'latin.json 0 notUtf8',
      'number.json 0 nothingKnown',
      'tickets.json 1 tooBig',
      'tickets.json 2 notAnInstant',
      'tickets.json 4 wrongKind',
      'tickets.json 5 required required',
    ]);
  });
});

describe('RT', () => {
  it('has its words and files in attachments, its comments for the team alone', () => {
    const { requests, people, troubles } = readers.rt(rt, around);
    expect(codes(troubles)).toEqual(['gone.json 1 deletedThere']);
    expect(requests.map(({ item }) => item)).toMatchObject([
      {
        number: '47',
        title: 'Towels',
        details: 'Ten towels for the sauna',
        requester: 'carl@old.example',
        owner: null,
        team: 'Housekeeping',
        state: 'declined',
        reason: 'rejected',
        endedAt: '2018-02-20T17:58:50.000Z',
        files: [{ name: 'list.txt' }],
        messages: [
          { author: 'name:root', body: 'He always asks for more', private: true },
          { author: 'name:root', body: 'We have no more towels.', private: false },
        ],
      },
    ]);
    expect(people).toContainEqual({ key: 'name:root', name: 'root', email: null, active: false });
  });
});

describe('GLPI', () => {
  it('tells times in the zone of the company, actors in lists of their own, documents by their links', () => {
    const { requests, people, troubles } = readers.glpi(glpi, around);
    expect(codes(troubles)).toEqual(['export.json 2 notAnInstant']);
    expect(requests.map(({ item }) => item)).toMatchObject([
      {
        number: '278',
        title: 'Heating',
        details: 'It is cold',
        requester: 'id:6',
        owner: 'teo@old.example',
        team: 'Maintenance',
        state: 'closed',
        createdAt: '2023-01-28T11:26:26.000Z',
        files: [{ name: 'plan.txt' }],
        messages: [
          { author: 'teo@old.example', body: 'On my way', private: false },
          { author: 'teo@old.example', body: 'Again him', private: true },
        ],
      },
    ]);
    expect(people).toContainEqual({ key: 'id:6', name: 'Eeva Salo', email: null, active: false });
  });
});

describe('a table', () => {
  it('is known by its titles in any of the four languages, and told its bad rows by their lines', () => {
    const { requests, troubles } = readers.table(table, around);
    expect(requests.map(({ item }) => item)).toMatchObject([
      {
        number: 'A-1',
        details: 'Huone 12\nei aukea',
        state: 'closed',
        createdAt: '2025-02-03T07:30:00.000Z',
        requester: 'aino@example.com',
        owner: 'mika@example.com',
        messages: [
          { body: 'Vaihdettu', private: false, author: 'mika@example.com' },
          { body: 'Halpa lukko', private: true },
        ],
      },
      { number: 'A-2', requester: 'name:pentti entinen', state: 'asked' },
    ]);
    expect(codes(troubles)).toEqual([
      'vanhat.csv 5 notAChoice',
      'vanhat.csv 6 twiceInFile',
      'vanhat.csv 7 notAnInstant',
    ]);
  });
  it('without the columns that it needs is no table of requests', () => {
    expect(codes(readers.table([upload('a.csv', 'name,email\nA,a@b.example\n')], around).troubles)).toEqual([
      'a.csv 1 noSuchColumn noSuchColumn',
    ]);
  });
});

describe('words', () => {
  it('lose no letter for being long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 4, max: 50 }), (text, most) => {
        const cut = pieces(text.trim(), most);
        expect(cut.every((piece) => piece.length <= most)).toBe(true);
        expect(cut.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
  it('of markup are what a reader would have read', () => {
    expect(
      plain('<p>Ten&nbsp;towels</p><ul><li>white</li><li>blue &lt;b&gt;</li></ul><!-- no --><style>p{}</style>'),
    ).toBe('Ten towels\n\n- white\n- blue <b>');
    expect(plain('2 < 3 and a <b without end')).toBe('2 < 3 and a <b without end');
  });
  it('made to take long do not', () => {
    const hostile = [
      '<script>'.repeat(100_000),
      '<!--'.repeat(100_000),
      '&nbsp;'.repeat(100_000),
      '<p '.repeat(100_000),
      '<a@'.repeat(100_000),
    ];
    for (const body of hostile) expect(plain(`<p>${body}`).length).toBeLessThanOrEqual(body.length + 3);
  });
});

describe('any file at all', () => {
  it.each(importSources)(
    'is read by the reader of %s without a fault, and nothing of it is lost in silence',
    (source) => {
      fc.assert(
        fc.property(fc.jsonValue(), (json) => {
          const { requests, troubles } = readers[source]([upload('any.json', json)], around);
          expect(requests.length + troubles.length).toBeGreaterThanOrEqual(
            Array.isArray(json) || typeof json !== 'object' ? Math.min(1, Array.isArray(json) ? json.length : 1) : 0,
          );
        }),
        { numRuns: 200 },
      );
    },
  );
});
