// One request of the sample company as it is played: who is in it, and each act with its words. What happens when is decided in sample-story.ts and sample-desk.ts.
import type { Language } from '../../contract/shapes.ts';
import type { Ask, CastPerson, Deed, Reason, Stars, Step, Team } from './sample-ask.ts';
import type { Chance } from './sample-chance.ts';
import { wall } from './sample-hours.ts';
import { phrases } from './sample-phrases.ts';
import { factsOf, fill } from './sample-slots.ts';

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
  onBehalfOf?: string;
  participants?: string[];
};

export type Scene = ReturnType<typeof openScene>;

/** A request that begins with its ask; every act comes at least a minute after the one before and keeps its slots. */
export function openScene(setting: Setting) {
  const { chance, language, ask, requester, provider } = setting;
  const said = phrases[language];
  const facts = factsOf(chance, language, requester.zone, setting.asked, setting.wanted, chance.pick(ask.vary ?? [[]]));
  const steps: Step[] = [];
  let last = setting.asked;

  const name = (person: CastPerson) => (language === 'ru' ? person.calledInRussian : person.called);
  const speak = (words: string, at: Date, speaker: CastPerson) => {
    const hour = new Date(wall(speaker.zone, at)).getUTCHours();
    const hello = hour < 11 ? said.morning : hour < 18 ? said.day : said.evening;
    const people = {
      asker: name(requester),
      provider: name(provider),
      other: name(setting.other),
      team: setting.teamName,
    };
    return fill(words, { ...facts, ...people, hello }, chance);
  };
  const any = (words: readonly string[], at: Date, speaker: CastPerson) => speak(chance.pick(words), at, speaker);
  const after = (at: Date) => new Date(Math.max(at.getTime(), last.getTime() + chance.whole(60, 170) * 1000));
  const act = (by: CastPerson, at: Date, deed: (at: Date) => Deed): Date => {
    last = steps.length === 0 ? at : after(at);
    steps.push({ at: last, request: setting.key, by: by.key, ...deed(last) });
    return last;
  };

  act(requester, setting.asked, (at) => ({
    do: 'ask',
    language,
    to: setting.to,
    title: speak(ask.title, at, requester),
    words: speak(ask.words, at, requester),
    onBehalfOf: setting.onBehalfOf ?? null,
    participants: setting.participants ?? [],
    wanted: setting.wanted,
  }));

  const whyLater = (at: Date): { reason: Reason; words: string } => {
    if (ask.later && chance.roll(0.6)) return { reason: ask.later[0], words: speak(ask.later[1], at, provider) };
    const reason = chance.weigh<Reason>({
      waitingOnOthers: 22,
      tooMuchAtOnce: 22,
      tookLonger: 20,
      absence: 10,
      supply: 13,
      askChanged: 8,
      forgot: 3,
      other: 4,
    });
    return { reason, words: any(said.later[reason], at, provider) };
  };
  const whyMissed = (at: Date): { reason: Reason; words: string } => {
    const reason = chance.weigh<Reason>({
      waitingOnOthers: 20,
      tooMuchAtOnce: 24,
      tookLonger: 18,
      absence: 10,
      supply: 12,
      askChanged: 6,
      forgot: 7,
      other: 3,
    });
    return { reason, words: any(said.missed[reason], at, provider) };
  };

  return {
    steps,
    ask,
    last: () => last,
    greet: (at: Date) => act(provider, at, (then) => ({ do: 'greet', words: any(said.greet, then, provider) })),
    /** The provider asks back; the requester answers a few minutes after `answered`. */
    talk: (at: Date, answered: (asked: Date) => Date) => {
      const [question = '', answer = ''] = ask.talk ?? [];
      const asked = act(provider, at, (then) => ({ do: 'message', words: speak(question, then, provider) }));
      act(requester, answered(asked), (then) => ({ do: 'message', words: speak(answer, then, requester) }));
    },
    note: (at: Date, own: boolean) =>
      act(own ? provider : setting.other, at, (then) => ({
        do: 'note',
        words: own && ask.note ? speak(ask.note, then, provider) : any(said.note, then, provider),
      })),
    nudge: (at: Date) => act(requester, at, (then) => ({ do: 'message', words: any(said.nudge, then, requester) })),
    reply: (at: Date) => act(provider, at, (then) => ({ do: 'message', words: any(said.reply, then, provider) })),
    update: (at: Date) => act(provider, at, (then) => ({ do: 'message', words: any(said.update, then, provider) })),
    promise: (at: Date, due: Date) =>
      act(provider, at, (then) => ({
        do: 'promise',
        deliverable: speak(ask.promise, then, provider),
        due,
        words: chance.roll(0.4) ? any(said.onPromise, then, provider) : null,
      })),
    counter: (at: Date, due: Date) =>
      act(provider, at, (then) => ({
        do: 'counter',
        deliverable: speak(ask.promise, then, provider),
        due,
        words: any(said.counter, then, provider),
      })),
    acceptCounter: (at: Date) =>
      act(requester, at, (then) => ({
        do: 'acceptCounter',
        words: chance.roll(0.7) ? any(said.acceptCounter, then, requester) : null,
      })),
    decline: (at: Date) => act(provider, at, (then) => ({ do: 'decline', words: speak(ask.no ?? '', then, provider) })),
    handOver: (at: Date, by: CastPerson) =>
      act(by, at, (then) => ({
        do: 'handOver',
        team: ask.to,
        words: ask.over ? speak(ask.over[1], then, by) : any(said.over, then, by),
      })),
    renegotiate: (at: Date, due: Date) => act(provider, at, (then) => ({ do: 'renegotiate', due, ...whyLater(then) })),
    answer: (at: Date, agree: boolean) =>
      act(requester, at, (then) => ({
        do: 'answerRenegotiation',
        agree,
        words: agree && chance.roll(0.3) ? null : any(agree ? said.agree : said.hold, then, requester),
      })),
    revoke: (at: Date) =>
      act(provider, at, (then) => ({
        do: 'revoke',
        reason: whyMissed(then).reason,
        words: any(said.revoke, then, provider),
      })),
    deliver: (at: Date, how: 'kept' | 'missed' | 'again') =>
      act(provider, at, (then) => ({
        do: 'deliver',
        words: how === 'again' ? any(said.again, then, provider) : speak(ask.done, then, provider),
        missed: how === 'missed' ? whyMissed(then) : null,
      })),
    accept: (at: Date, stars: Stars | null, thank: boolean) =>
      act(requester, at, (then) => ({
        do: 'accept',
        thanks: !thank
          ? null
          : ask.thanks && chance.roll(0.45)
            ? speak(ask.thanks, then, requester)
            : `${any(said.thanks, then, requester)} ${any(said.andThanks, then, requester)}`.trim(),
        stars,
      })),
    giveBack: (at: Date) =>
      act(requester, at, (then) => ({ do: 'return', missing: speak(ask.missing ?? '', then, requester) })),
    withdraw: (at: Date) =>
      act(requester, at, (then) => ({ do: 'withdraw', words: any(said.withdraw, then, requester) })),
    rateAsk: (at: Date) =>
      act(provider, at, (then) => {
        const good = chance.roll(0.8);
        const words = chance.roll(0.5) ? any(good ? said.askWasGood : said.askWasHard, then, provider) : null;
        return {
          do: 'rateAsk',
          clear: good || chance.roll(0.5),
          complete: good || chance.roll(0.3),
          inTime: good || chance.roll(0.4),
          thanked: chance.roll(0.86),
          words,
        };
      }),
    silence: (at: Date) => {
      last = after(at);
      steps.push({ at: last, request: setting.key, do: 'silence', by: null });
    },
  };
}
