// What is chosen when somebody is let go: where it begins, and what is sent. No words, no looks.
import type { Held, HeldShare, Leaving, Ties } from '../../contract/farewell.ts';
import type { PersonRef } from '../../contract/shapes.ts';

/** By team; `null` was chosen as nobody in particular, and what is missing has not been chosen. */
export type Choices = {
  heirs: Readonly<Record<string, string | null>>;
  /** Who gets what was asked of the person alone. */
  colleague: PersonRef | null;
  manager: PersonRef | null;
  leads: Readonly<Record<string, string>>;
  /** To those who were promised something outside of requests, and whom they may ask instead. */
  promiseWords: string;
  askInstead: PersonRef | null;
};

export const begin = ({ ties }: Held, promiseWords: string): Choices => ({
  heirs: {},
  colleague: null,
  manager: ties.reports.count > 0 ? ties.manager : null,
  leads: {},
  promiseWords,
  askInstead: null,
});

/** Whether something of it can change hands. */
export const rests = ({ promised, countered, byName, greeted }: HeldShare): boolean =>
  promised + countered + byName + greeted > 0;

/** Who gets a team's share: whoever was chosen, else its lead, be it the one who is chosen to lead just now. */
export function heirOf({ team, lead }: HeldShare, { heirs, leads }: Choices): string | null {
  const id = team?.id ?? '';
  return heirs[id] === undefined ? (lead?.id ?? (leads[id] || null)) : heirs[id];
}

const leadsOf = (ties: Ties, { leads }: Choices) =>
  ties.leads.flatMap(({ team }) => (leads[team.id] ? [{ team: team.id, person: leads[team.id] ?? '' }] : []));

/** What the server is told; words only where somebody is to read them. */
export function bodyOf(choices: Choices, { shares, ties, promises }: Held, words: string): Partial<Leaving> {
  const handing = shares.filter(rests);
  return {
    shares: handing.map((share) =>
      share.team
        ? { team: share.team.id, to: heirOf(share, choices) }
        : { team: null, to: choices.colleague?.id ?? null },
    ),
    ...(handing.length > 0 ? { context: words } : {}),
    ...(promises.made > 0 ? { promiseWords: choices.promiseWords } : {}),
    ...(promises.made > 0 && choices.askInstead ? { askInstead: choices.askInstead.id } : {}),
    ...(choices.manager && ties.reports.count > 0 ? { manager: choices.manager.id } : {}),
    leads: leadsOf(ties, choices),
  };
}
