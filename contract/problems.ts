// Every refusal code, once, with its HTTP status. Sentences for them: server/platform/words, in four languages.
import { z } from 'zod';

export const problems = {
  // The call itself
  malformed: 400,
  signInNeeded: 401,
  notAllowed: 403,
  foreignOrigin: 403,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  twinRunning: 409,
  changedMeanwhile: 412,
  tooLarge: 413,
  unsupportedType: 415,
  invalid: 422,
  keyReused: 422,
  versionNeeded: 428,
  tooManyAttempts: 429,
  failed: 500,
  unavailable: 503,
  // Fields
  required: 422,
  tooShort: 422,
  tooLong: 422,
  tooSmall: 422,
  tooBig: 422,
  notAChoice: 422,
  notAnInstant: 422,
  notADate: 422,
  wrongPeriod: 422,
  notAnEmail: 422,
  notAnId: 422,
  notANumber: 422,
  wrongKind: 422,
  unknownZone: 422,
  unreadable: 422,
  oneLine: 422,
  badCursor: 422,
  // Signing in
  signInFailed: 401,
  tokenRefused: 401,
  notByToken: 403,
  scopeMissing: 403,
  tooManyTokens: 409,
  wrongPassword: 422,
  passkeyFailed: 422,
  staleSignIn: 403,
  lastWayIn: 409,
  linkGone: 404,
  emailTaken: 422,
  // The company, its people and teams
  companyExists: 409,
  lastAdministrator: 409,
  managerCycle: 422,
  nameTaken: 422,
  unknownCountry: 422,
  unknownRegion: 422,
  archivedTeam: 409,
  leadsOnly: 403,
  inactivePerson: 409,
  alreadyIn: 409,
  notAPicture: 422,
  twiceTheSameDay: 422,
  notAClockTime: 422,
  endsBeforeItStarts: 422,
  spansOverlap: 422,
  // Lifecycle of a request and its promise
  notFromHere: 409,
  notYours: 403,
  dueInPast: 422,
  dueTooFar: 422,
  sameDue: 422,
  alreadyProposed: 409,
  nothingProposed: 409,
  missReasonNeeded: 422,
  alreadyGreeted: 409,
  reopenWindowOver: 409,
  askYourself: 422,
  oneRecipient: 422,
  unknownPerson: 422,
  unknownTeam: 422,
  sameTeam: 422,
  noteNeedsTeam: 422,
  privateStays: 422,
  noWorkingTime: 422,
  // Knowledge
  membersOnly: 403,
  teamLeadsOnly: 403,
  archivedArticle: 409,
  unpublishedArticle: 409,
  staysInTeam: 422,
  notAnAnswer: 422,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problems;

const FieldProblem = z.object({
  path: z.string().meta({ description: 'The field, as a path: `due`, `ratings.timing`' }),
  code: z.string(),
  detail: z.string().meta({ description: 'What is wrong and how to mend it, in the reader’s language' }),
});

/** RFC 9457, application/problem+json. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    fields: z.array(FieldProblem).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem; `code` is stable, `detail` is for people' });
export type Problem = z.infer<typeof Problem>;
