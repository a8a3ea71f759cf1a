// What makes promises hard to hold for each team of the sample company: how many slip that would have been kept, and what mostly got in the way.
import type { MissReason } from '../../contract/promises.ts';
import type { Team } from './sample-ask.ts';
import type { Chance } from './sample-chance.ts';
import type { Fate } from './sample-story.ts';

type Strain = { slips: number; mostly: MissReason };

// Nothing more slips where visitors serve: a warning beside most of their promises would be none.
const strains: Record<Team, Strain> = {
  'front-desk': { slips: 0, mostly: 'absence' },
  housekeeping: { slips: 0, mostly: 'absence' },
  kitchen: { slips: 0.16, mostly: 'supply' },
  restaurant: { slips: 0.11, mostly: 'tooMuchAtOnce' },
  maintenance: { slips: 0.18, mostly: 'supply' },
  it: { slips: 0, mostly: 'tooMuchAtOnce' },
  hr: { slips: 0, mostly: 'waitingOnOthers' },
  purchasing: { slips: 0.2, mostly: 'supply' },
  events: { slips: 0.09, mostly: 'askChanged' },
  reservations: { slips: 0.04, mostly: 'tookLonger' },
  finance: { slips: 0.07, mostly: 'waitingOnOthers' },
  legal: { slips: 0.1, mostly: 'tookLonger' },
  marketing: { slips: 0.12, mostly: 'waitingOnOthers' },
  malaga: { slips: 0.06, mostly: 'tooMuchAtOnce' },
};

/** What becomes of it where so much slips. */
export const fateIn = (team: Team, fate: Fate, chance: Chance): Fate =>
  fate === 'kept' && strains[team].slips > 0 && chance.roll(strains[team].slips)
    ? chance.weigh({ missed: 75, repaired: 15, renegotiated: 10 })
    : fate;

export const mostlyIn = (team: Team): MissReason => strains[team].mostly;
