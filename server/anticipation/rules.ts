// What of anticipation is told, offered and silenced: pure.
import type { Evidence, Wanted } from '../../contract/anticipation.ts';
import { wilson } from '../platform/statistics.ts';

/** Fewer people than that are never told apart. */
export const fewest = 5;
/** Offers go silent when even the upper end of the wanted share is below: hardly one in five wants it. */
const hardly = 0.2;

/** Whether to stop offering it: enough have said that they do not want it. What a team says itself is never silenced. */
export const isSilent = ({ yes, of }: Wanted): boolean => wilson(yes, of).high < hardly;

/** Few answers would tell who gave them. */
export const toldOf = (wanted: Wanted): Wanted | null => (wanted.of < fewest ? null : wanted);

type Row = { asked: number; needed: number; days: number; by_chance: number; lift: number };

/** Counts as they are told: where nearly all of them asked for it, one would know it of everybody; then it is "at least". */
export function evidenceOf({ asked, needed, days, by_chance: chance, lift }: Row): Evidence {
  const atLeast = asked - needed < fewest;
  return {
    asked,
    needed: atLeast ? asked - fewest : needed,
    atLeast,
    days,
    byChance: Math.max(0.1, Math.round(chance * 10) / 10),
    lift: Math.floor(lift * 10) / 10,
  };
}
