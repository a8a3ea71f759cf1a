// Joins the sample's people and teams with the script of what they ask of each other.
import { demoPeople, samplePeople } from '../directory/sample-people.ts';
import { sampleTeams } from '../directory/sample-teams.ts';
import type { Cast, Step } from './sample-ask.ts';
import { script } from './sample-script.ts';

const seed = 20261121;

export const sampleCast: Cast = { people: samplePeople, teams: sampleTeams, visitors: Object.values(demoPeople) };

/** Every step of the sample company between two instants, in order. Pure; the same for the same instants. */
export const sampleScript = (from: Date, to: Date): Step[] => script(seed, from, to, sampleCast);
