// The cast of the sample company: the directory's people and teams in the shape that the script of its requests wants.
import { demoPeople, samplePeople } from './directory/sample-people.ts';
import { sampleTeams } from './directory/sample-teams.ts';
import type { Cast } from './requests/sample-ask.ts';

export const sampleCast: Cast = { people: samplePeople, teams: sampleTeams, visitors: Object.values(demoPeople) };
