// How a request of the sample company goes from its ask to its end: what happens, and when. Its words are spoken by the scene.
import type { Ask, CastPerson, Stars, Step } from './sample-ask.ts';
import type { Chance } from './sample-chance.ts';
import { type Clock, sayable } from './sample-hours.ts';
import { openScene, type Scene, type Setting } from './sample-scene.ts';

export type Fate =
  | 'kept'
  | 'countered'
  | 'handedOver'
  | 'returned'
  | 'renegotiated'
  | 'missed'
  | 'repaired'
  | 'declined'
  | 'withdrawn'
  | 'revoked';

/** In 100 requests. What a fate lacks the words for is kept instead. */
export const fates: Record<Fate, number> = {
  kept: 69,
  countered: 4,
  handedOver: 4.5,
  returned: 3.5,
  renegotiated: 7,
  missed: 5,
  repaired: 1,
  declined: 3,
  withdrawn: 2.5,
  revoked: 0.5,
};

export type Plot = Setting & {
  fate: Fate;
  /** The hours of the team that serves, and of the one who asked. */
  serving: Clock;
  asking: Clock;
  greetingMinutes: number;
  closingMinutes: number;
  /** Who hands it over, from the team that was asked by mistake, and that team's hours. */
  mistaken?: { by: CastPerson; clock: Clock };
};

/** Working minutes a piece of work takes, from the ask to the time it is wanted. */
export function effort(chance: Chance, size: Ask['size'], clock: Clock): number {
  if (size === 'hour') return chance.whole(90, 260);
  if (size === 'day') return chance.whole(Math.min(300, clock.dayMinutes * 0.6), Math.min(900, clock.dayMinutes * 1.4));
  return clock.dayMinutes * (size === 'days' ? chance.between(1.5, 4) : chance.between(4, 8));
}

const between = (from: Date, to: Date, share: number) =>
  new Date(from.getTime() + (to.getTime() - from.getTime()) * share);
/** A working moment between the two, or any moment when there is none. */
function within({ chance }: Plot, clock: Clock, from: Date, to: Date, share: number): Date {
  const hoped = between(from, to, share);
  // Nobody delivers on the stroke of opening.
  const at = clock.open(hoped) ? hoped : clock.ahead(hoped, chance.whole(4, 100));
  return at < to ? at : hoped;
}

const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

/** Every step from the ask to the end, in order of time. */
export function story(plot: Plot): Step[] {
  const { chance, fate, asking } = plot;
  const scene = openScene(plot);

  if (fate === 'withdrawn') {
    if (chance.roll(0.5)) scene.greet(greetedAt(plot, plot.asked));
    scene.withdraw(asking.ahead(scene.last(), chance.whole(15, 200)));
    return scene.steps;
  }
  const mistaken = fate === 'handedOver' ? plot.mistaken : undefined;
  const seen = mistaken
    ? scene.handOver(mistaken.clock.ahead(plot.asked, chance.whole(4, 50)), mistaken.by)
    : plot.asked;
  const greeted = greetedAt(plot, seen);
  if (fate === 'declined') {
    scene.decline(greeted);
    return scene.steps;
  }
  const due = fate === 'countered' ? counter(scene, plot, greeted) : promise(scene, plot, greeted);
  serve(scene, plot, due);
  if (fate !== 'revoked') close(scene, plot);
  return scene.steps;
}

function greetedAt({ chance, serving, greetingMinutes }: Plot, from: Date): Date {
  const pace = chance.weigh({ quick: 70, fair: 22, late: 8 });
  const share =
    pace === 'quick' ? chance.between(0.05, 0.7) : pace === 'fair' ? chance.between(0.7, 1) : chance.between(1.1, 2.2);
  return serving.ahead(from, greetingMinutes * share);
}

function promise(scene: Scene, plot: Plot, greeted: Date): Date {
  const { chance, serving, asking, wanted } = plot;
  let at = greeted;
  if (chance.roll(0.45)) {
    at = scene.greet(greeted);
    if (scene.ask.talk && chance.roll(0.6)) {
      scene.answer(asking.ahead(scene.question(minutesAfter(at, 2)), chance.whole(2, 25)));
    }
    at = serving.ahead(scene.last(), chance.whole(2, 25));
  }
  const hoped = chance.roll(0.25) ? between(at, wanted, chance.between(0.85, 1.15)) : wanted;
  const soonest = serving.ahead(at, 50);
  const due = sayable(serving.zone, hoped > soonest ? hoped : soonest);
  scene.promise(at, due);
  return due;
}

function counter(scene: Scene, plot: Plot, greeted: Date): Date {
  const { chance, serving, asking, wanted } = plot;
  const later = effort(chance, scene.ask.size, serving) * 0.6;
  const at = scene.greet(greeted);
  const offered = serving.ahead(at, chance.whole(4, 20));
  const due = sayable(serving.zone, serving.ahead(wanted > offered ? wanted : offered, later));
  scene.counter(offered, due);
  const answer = asking.ahead(offered, chance.whole(3, 60));
  scene.acceptCounter(answer < due ? answer : minutesAfter(offered, 5));
  return due;
}

function serve(scene: Scene, plot: Plot, promisedFor: Date): void {
  const { chance, serving, fate, ask } = plot;
  const promised = scene.last();
  const withTeam = 'team' in plot.to;
  const during = (share: number, due: Date) => within(plot, serving, promised, due, share);
  const hours = (promisedFor.getTime() - promised.getTime()) / 3_600_000;
  const roomy = hours > 4;

  if (withTeam && chance.roll(ask.note ? 0.3 : 0.06))
    scene.note(minutesAfter(scene.last(), chance.whole(2, 12)), chance.roll(0.6));
  if (roomy && chance.roll(0.14)) {
    const nudged = scene.nudge(during(chance.between(0.2, 0.3), promisedFor));
    if (chance.roll(0.8)) scene.reply(minutesAfter(nudged, chance.whole(3, 20)));
  } else if (roomy && chance.roll(0.12)) scene.update(during(chance.between(0.2, 0.4), promisedFor));

  if (fate === 'revoked') scene.revoke(during(0.7, promisedFor));
  else if (fate === 'renegotiated')
    renegotiate(scene, plot, during(chance.between(0.45, 0.85), promisedFor), promisedFor);
  else if (fate === 'repaired') repair(scene, plot, promisedFor);
  else if (fate === 'missed') {
    const late = chance.roll(0.5) ? chance.whole(20, 120) : chance.whole(120, 700);
    scene.deliver(serving.ahead(promisedFor, late));
  } else if (fate === 'returned') {
    scene.deliver(during(chance.between(0.4, 0.5), promisedFor));
    // Too close to the due time nobody sends it back; they would agree on a new time.
    if (minutesAfter(scene.last(), 10) < promisedFor) {
      const back = scene.giveBack(within(plot, plot.asking, scene.last(), minutesAfter(promisedFor, -5), 0.25));
      scene.deliver(within(plot, serving, back, promisedFor, chance.between(0.4, 0.8)), true);
    }
  } else {
    const at = during(chance.between(0.45, 0.97), promisedFor);
    scene.deliver(at > scene.last() ? at : within(plot, serving, scene.last(), promisedFor, 0.5));
  }
}

function renegotiate(scene: Scene, plot: Plot, offered: Date, promisedFor: Date): void {
  const { chance, serving, asking, ask } = plot;
  const more = chance.whole(60, Math.max(120, effort(chance, ask.size, serving) * 0.5));
  const due = sayable(serving.zone, serving.ahead(promisedFor, more));
  const at = scene.renegotiate(offered, due);
  const answered = asking.ahead(at, chance.whole(3, 40));
  const agree = chance.roll(0.9);
  const by = scene.answerNewTime(answered < promisedFor ? answered : between(at, promisedFor, 0.4), agree);
  scene.deliver(within(plot, serving, by, agree ? due : promisedFor, chance.between(0.5, 0.9)));
}

/** Late, said so, agreed on another time, and kept that one. */
function repair(scene: Scene, plot: Plot, promisedFor: Date): void {
  const { chance, serving, asking } = plot;
  const at = scene.renegotiate(serving.ahead(promisedFor, chance.whole(10, 60)), repairedBy(plot, promisedFor));
  const due = repairedBy(plot, promisedFor);
  const answered = asking.ahead(at, chance.whole(3, 30));
  const by = scene.answerNewTime(answered < due ? answered : minutesAfter(at, 4), true);
  scene.deliver(within(plot, serving, by, due, chance.between(0.4, 0.9)));
}

const repairedBy = ({ serving, ask }: Plot, promisedFor: Date) =>
  sayable(serving.zone, serving.ahead(promisedFor, ask.size === 'hour' ? 240 : 700));

function close(scene: Scene, plot: Plot): void {
  const { chance, asking, serving, fate } = plot;
  const delivered = scene.last();
  if (chance.roll(0.06)) {
    // Some days over, so that holidays in between do not bring it too early.
    scene.silence(minutesAfter(serving.ahead(delivered, plot.closingMinutes), 4 * 24 * 60 + chance.whole(5, 90)));
    return;
  }
  const wait = chance.weigh({ soon: 60, today: 30, later: 10 });
  const [least, most] = { soon: [3, 60], today: [60, 300], later: [300, 800] }[wait] as [number, number];
  const accepted = asking.ahead(delivered, chance.whole(least, most));
  const late = fate === 'missed' || fate === 'repaired';
  const thank = chance.roll(0.14) ? 'silently' : late ? 'though late' : 'gladly';
  scene.accept(accepted, chance.roll(0.82) ? stars(chance, fate) : null, thank);
  if (chance.roll(0.36)) scene.rateAsk(serving.ahead(scene.last(), chance.whole(2, 90)));
}

/** Mostly four and five, lower where the story gives a reason. */
export function stars(chance: Chance, fate: Fate): Stars {
  const usual = () => Number(chance.weigh({ '5': 62, '4': 30, '3': 6, '2': 2 }));
  const low = () => Number(chance.weigh({ '4': 18, '3': 40, '2': 32, '1': 10 }));
  return {
    timing:
      fate === 'missed' || fate === 'repaired'
        ? low()
        : fate === 'renegotiated'
          ? Math.min(usual(), chance.whole(3, 5))
          : usual(),
    quality: fate === 'returned' ? Math.min(usual(), 4) : usual(),
    accuracy: fate === 'returned' ? Math.min(usual(), chance.whole(2, 4)) : usual(),
  };
}
