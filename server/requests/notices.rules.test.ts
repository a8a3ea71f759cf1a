// Who hears of what, by example: the other side, the colleague newly asked, those named; and nobody of their own act.
import { describe, expect, it } from 'vitest';
import { entryKinds, type EntryKind } from '../../contract/requests.ts';
import { heardOf, heardOfWords, type Around } from './notices.rules.ts';

const asked: Around = { requester: 'aino', askedBy: 'eeva', person: null, provider: null, greetedBy: null };
const served: Around = { ...asked, provider: 'mika', greetedBy: 'liisa' };
const told = (what: EntryKind, around: Around, before: Around, actor: string | null) =>
  heardOf(what, around, before, actor).map(({ kind, to }) => `${kind}: ${to.join(' ')}`);

describe('what an act tells', () => {
  it.each<[EntryKind, string, string[]]>([
    ['greeted', 'mika', ['greeted: aino eeva']],
    ['promised', 'mika', ['promised: aino eeva']],
    ['countered', 'mika', ['countered: aino eeva']],
    ['declined', 'mika', ['declined: aino eeva']],
    ['proposed', 'mika', ['renegotiationProposed: aino eeva']],
    ['revoked', 'mika', ['revoked: aino eeva']],
    ['delivered', 'mika', ['delivered: aino eeva']],
    ['counterAccepted', 'aino', ['counterAccepted: mika']],
    ['askedAgain', 'aino', ['reopened: mika']],
    ['proposalAccepted', 'eeva', ['renegotiationAccepted: mika']],
    ['proposalHeld', 'aino', ['renegotiationHeld: mika']],
    ['proposalTakenBack', 'mika', ['promiseStands: aino eeva']],
    ['released', 'aino', ['released: mika']],
    ['accepted', 'aino', ['accepted: mika']],
    ['returned', 'aino', ['returned: mika']],
    ['withdrawn', 'aino', ['withdrawn: mika']],
    ['reopened', 'aino', ['reopened: mika']],
    ['handedOver', 'mika', ['handedOver: aino eeva']],
  ])('%s by %s: %j', (what, actor, expected) => expect(told(what, served, served, actor)).toEqual(expected));

  it.each(entryKinds)('%s never reaches whoever did it', (what) => {
    for (const actor of ['aino', 'eeva', 'mika', 'liisa', 'pekka', 'oleg']) {
      const around = { ...served, person: 'pekka' };
      expect(heardOf(what, around, around, actor).flatMap(({ to }) => to)).not.toContain(actor);
    }
  });
  it('tells both sides when silence has closed it', () =>
    expect(told('closedBySilence', served, served, null)).toEqual(['closedBySilence: aino eeva mika']));
  it('tells the one who asked for a colleague and the colleague each of the other', () => {
    expect(told('accepted', served, served, 'eeva')).toEqual(['accepted: mika']);
    expect(told('greeted', served, served, 'eeva')).toEqual(['greeted: aino']);
  });
  it('tells whoever was last on the serving side: the promiser, else who said hello, else who was asked by name', () => {
    const by = (around: Partial<Around>) => told('withdrawn', asked, { ...asked, ...around }, 'aino');
    expect(by({ person: 'pekka' })).toEqual(['withdrawn: pekka']);
    expect(by({ person: 'pekka', greetedBy: 'liisa' })).toEqual(['withdrawn: liisa']);
    expect(by({ person: 'pekka', greetedBy: 'liisa', provider: 'mika' })).toEqual(['withdrawn: mika']);
    expect(by({})).toEqual([]);
  });
  it('tells a colleague that they are asked, from the start or by a hand-over', () => {
    const named = { ...asked, person: 'pekka' };
    expect(told('asked', { ...named, askedBy: null }, named, 'aino')).toEqual(['asked: pekka']);
    expect(told('handedOver', named, served, 'mika')).toEqual(['handedOver: aino eeva', 'asked: pekka']);
  });
  it('tells of a yes or a no that it needed who asked, and who said hello and waits for it', () => {
    for (const what of ['approved', 'refusedByApprover'] as const) {
      expect(told(what, served, served, 'oleg')).toEqual([`${what}: aino eeva`, `${what}: liisa`]);
      expect(told(what, asked, { ...asked, person: 'pekka' }, 'oleg')).toEqual([
        `${what}: aino eeva`,
        `${what}: pekka`,
      ]);
      expect(told(what, asked, asked, 'oleg')).toEqual([`${what}: aino eeva`]);
    }
  });
  it('tells a colleague that somebody asked in their name', () => {
    expect(told('asked', asked, asked, 'eeva')).toEqual(['askedForYou: aino']);
  });
});

describe('what words tell', () => {
  it('reaches everybody in the conversation, those named as named', () => {
    expect(heardOfWords(served, ['oleg'], ['oleg'], 'aino')).toEqual([
      { kind: 'mentioned', to: ['oleg'] },
      { kind: 'message', to: ['eeva', 'mika'] },
    ]);
  });
  it('reaches nobody at all where one speaks to oneself', () => {
    expect(heardOfWords({ ...asked, askedBy: null }, [], ['aino'], 'aino')).toEqual([]);
  });
  it('reaches nobody twice, and not the writer, though they name themselves', () => {
    const heard = heardOfWords({ ...served, person: 'mika' }, ['mika', 'oleg'], ['aino', 'mika', 'mika'], 'aino');
    expect(heard).toEqual([
      { kind: 'mentioned', to: ['mika'] },
      { kind: 'message', to: ['eeva', 'oleg'] },
    ]);
  });
});
