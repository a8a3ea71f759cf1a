// One request of the sample company as it is played: who is in it, and each act with its words. What happens when is decided in sample-story.ts and sample-desk.ts.
import type { MissReason } from '../../contract/promises.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Ask, CastPerson, Deed, Stars, Step, Team } from './sample-ask.ts';
import type { Chance } from './sample-chance.ts';
import { wall } from './sample-hours.ts';
import { phrases } from './sample-phrases.ts';
import { factsOf, fill } from './sample-slots.ts';
import { mostlyIn } from './sample-strain.ts';

export type Setting = {
  key: string;
  chance: Chance;
  language: Language;
  ask: Ask;
  requester: CastPerson;
  provider: CastPerson;
  /** A colleague of the provider. */
  other: CastPerson;
  teamName: string;
  asked: Date;
  wanted: Date;
  /** Where it is asked first. */
  to: { team: Team } | { person: string };
  /** Who asks in the requester's name. */
  asker?: CastPerson;
  participants?: string[];
};

export type Scene = ReturnType<typeof openScene>;

/** Teams whose work does not wait for goods. */
const ofWords: readonly Team[] = ['hr', 'finance', 'legal', 'marketing', 'reservations', 'front-desk'];

const causes: Record<MissReason, number> = {
  waitingOnOthers: 20,
  tooMuchAtOnce: 24,
  tookLonger: 18,
  absence: 10,
  supply: 12,
  askChanged: 6,
  forgot: 7,
  other: 3,
};

/** A request that begins with its ask; every act comes at least a minute after the one before, and the slots stay the same. */
export function openScene(setting: Setting) {
  const { chance, language, ask, requester, provider, other } = setting;
  const said = phrases[language];
  const row = chance.pick(ask.vary ?? [[]]);
  const facts = factsOf(chance, language, requester.zone, setting.asked, setting.wanted, row);
  const steps: Step[] = [];
  const weights = { ...causes, ...(ofWords.includes(ask.to) && { supply: 0 }), [mostlyIn(ask.to)]: 40 };
  const cause = () => chance.weigh(weights);
  let last = setting.asked;
  /** What counts now, and what waits for an answer. */
  let due: Date | null = null;
  let offered: Date | null = null;
  const late = () => due !== null && last > due;

  const name = (person: CastPerson) => (language === 'ru' ? person.calledInRussian : person.called);
  const people = { asker: name(requester), provider: name(provider), other: name(other), team: setting.teamName };
  const speak = (words: string, at: Date, speaker: CastPerson) => {
    const hour = new Date(wall(speaker.zone, at)).getUTCHours();
    const hello = hour < 11 ? said.morning : hour < 18 ? said.day : said.evening;
    return fill(words, { ...facts, ...people, hello }, chance);
  };
  type Say = (words: string | readonly string[]) => string;
  const act = (by: CastPerson, at: Date, deed: (say: Say) => Deed): Date => {
    if (steps.length > 0) last = new Date(Math.max(at.getTime(), last.getTime() + chance.whole(60, 170) * 1000));
    const say: Say = (words) => speak(typeof words === 'string' ? words : chance.pick(words), last, by);
    steps.push({ at: last, request: setting.key, by: by.key, ...deed(say) });
    return last;
  };

  act(setting.asker ?? requester, setting.asked, (say) => ({
    do: 'ask',
    language,
    title: say(ask.title),
    details: say(ask.words),
    to: setting.to,
    onBehalfOf: setting.asker ? requester.key : null,
    participants: setting.participants ?? [],
  }));

  return {
    steps,
    ask,
    last: () => last,
    ...opening(),
    ...serving(),
    ...closing(),
  };

  function opening() {
    return {
      greet: (at: Date) => act(provider, at, (say) => ({ do: 'greet', words: say(said.greet) })),
      promise: (at: Date, by: Date) =>
        act(provider, at, (say) => {
          due = by;
          const words = chance.roll(0.4) ? say(said.onPromise) : '';
          return { do: 'promise', deliverable: say(ask.promise), due: by, words };
        }),
      counter: (at: Date, by: Date) =>
        act(provider, at, (say) => {
          due = by;
          return { do: 'counter', deliverable: say(ask.promise), due: by, reason: say(said.counter) };
        }),
      acceptCounter: (at: Date) =>
        act(requester, at, (say) => ({ do: 'acceptCounter', words: chance.roll(0.7) ? say(said.acceptCounter) : '' })),
      decline: (at: Date) =>
        act(provider, at, (say) => {
          const [, reason = '', instead = ''] = /^(.*?[.!?:]) (.*)$/s.exec(say(ask.no ?? '')) ?? [];
          return { do: 'decline', reason, instead };
        }),
      handOver: (at: Date, by: CastPerson) =>
        act(by, at, (say) => ({ do: 'handOver', team: ask.to, context: say(ask.over?.[1] ?? said.over) })),
      withdraw: (at: Date) => act(requester, at, (say) => ({ do: 'withdraw', reason: say(said.withdraw) })),
    };
  }

  function serving() {
    const message = (by: CastPerson, words: string | readonly string[]) => (at: Date) =>
      act(by, at, (say) => ({ do: 'message', body: say(words) }));
    return {
      /** The provider asks back. */
      question: message(provider, ask.talk?.[0] ?? ''),
      answer: message(requester, ask.talk?.[1] ?? ''),
      nudge: message(requester, said.nudge),
      reply: message(provider, said.reply),
      update: message(provider, said.update),
      note: (at: Date, own: boolean) =>
        act(own ? provider : other, at, (say) => ({ do: 'note', body: say(own && ask.note ? ask.note : said.note) })),
      renegotiate: (at: Date, by: Date) =>
        act(provider, at, (say) => {
          offered = by;
          const why = cause();
          const words = ask.later && !late() && chance.roll(0.6) ? ask.later : said.later[why];
          return { do: 'renegotiate', due: by, reason: say(words), missReason: late() ? why : null };
        }),
      answerNewTime: (at: Date, agree: boolean) =>
        act(requester, at, (say) => {
          if (agree) due = offered;
          const words = agree && chance.roll(0.3) ? '' : say(agree ? said.agree : said.hold);
          return { do: 'answerRenegotiation', answer: agree ? 'accept' : 'hold', words };
        }),
      revoke: (at: Date) =>
        act(provider, at, (say) => ({ do: 'revoke', reason: say(said.revoke), missReason: cause() })),
    };
  }

  function closing() {
    return {
      /** Late, it says what got in the way. */
      deliver: (at: Date, again = false) =>
        act(provider, at, (say) => {
          const done = say(again ? said.again : ask.done);
          if (!late()) return { do: 'deliver', done, missReason: null };
          const why = cause();
          return { do: 'deliver', done: `${done} ${say(said.missed[why])}`, missReason: why };
        }),
      accept: (at: Date, ratings: Stars | null, thank: 'gladly' | 'though late' | 'silently') =>
        act(requester, at, (say) => {
          if (thank === 'silently') return { do: 'accept', thanks: '', ratings };
          if (thank === 'though late') return { do: 'accept', thanks: say(said.thanksThoughLate), ratings };
          const own = ask.thanks && chance.roll(0.45) ? say(ask.thanks) : null;
          return { do: 'accept', thanks: own ?? `${say(said.thanks)} ${say(said.andThanks)}`.trim(), ratings };
        }),
      giveBack: (at: Date) => act(requester, at, (say) => ({ do: 'return', missing: say(ask.missing ?? '') })),
      rateAsk: (at: Date) =>
        act(provider, at, (say) => {
          const good = chance.roll(0.8);
          return {
            do: 'rateAsk',
            clear: good || chance.roll(0.5),
            complete: good || chance.roll(0.3),
            inTime: good || chance.roll(0.4),
            thanked: chance.roll(0.86),
            words: chance.roll(0.5) ? say(good ? said.askWasGood : said.askWasHard) : '',
          };
        }),
      silence: (at: Date) => {
        last = at;
        steps.push({ at, request: setting.key, do: 'silence', by: null });
      },
    };
  }
}
