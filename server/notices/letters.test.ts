// The headlines of mails and pushes: each kind of news has one, and none says what somebody wrote.
import { expect, test } from 'vitest';
import { noticeKinds, type NoticeKind } from '../../contract/notices.ts';
import { languages } from '../../contract/shapes.ts';
import { headline } from './letters.ts';

/** What is no request's. */
const unnumbered = /^(webhook|promise[A-Z]|chain|appointment|idea)/;

test('a promise between two has a headline of its own for every kind that tells of one, in every language', () => {
  const told = { title: 'Secret', path: '/promises/1' };
  const kinds = [
    'promised',
    'renegotiationProposed',
    'renegotiationAccepted',
    'renegotiationHeld',
    'revoked',
    'released',
  ];
  const more = [
    'delivered',
    'accepted',
    'returned',
    'closedBySilence',
    'atRisk',
    'overdue',
    'promiseNodded',
    'chainMoved',
  ];
  for (const language of languages) {
    const lines = [...kinds, ...more].map((kind) => {
      const about = { id: '', subject: 'promise', subject_id: '', actor_id: null, params: {} };
      const row = { ...about, kind: kind as NoticeKind, created_at: new Date(0), read_at: null };
      return headline(language, [{ row, told, group: 'asks', actor: null, urgent: false }]);
    });
    expect(lines.filter((line) => line === headline(language, []) || /Secret|[{#№]/.test(line))).toEqual([]);
    expect(new Set(lines).size).toBe(lines.length);
  }
});

test('every kind of notice has its headline, in every language', () => {
  const told = { title: 'Secret', path: '/requests/1', number: 1042 };
  for (const language of languages) {
    const lines = noticeKinds.map((kind) => {
      const row = {
        id: '',
        kind,
        subject: 'request',
        subject_id: '',
        actor_id: null,
        params: {},
        created_at: new Date(0),
        read_at: null,
      };
      return headline(language, [{ row, told, group: 'asks', actor: null, urgent: false }]);
    });
    const other = headline(language, []);
    expect(lines.filter((line) => line === other || line.includes('Secret'))).toEqual([]);
    const numbered = lines.filter((_, index) => !unnumbered.test(noticeKinds[index] ?? ''));
    expect(numbered.filter((line) => !line.includes('1042'))).toEqual([]);
  }
});
