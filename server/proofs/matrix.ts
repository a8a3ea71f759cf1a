// The reviewed table: who gets what from every operation, and who may make which move in which state. Read it like a page of the law;
// matrix.test.ts holds the running server to it. A route without a row fails there, and so does a row without a route.
// The requester is in no team; asker asked in their name; provider, member and lead are of the serving team; `named` was asked
// by name (and is tried on a request of that kind). More kinds of people are in matrix-kinds.ts. gone left the company and ended was signed out, both still with their cookie.
import { appointmentRows } from './matrix-appointments.ts';
import { anticipationRows } from './matrix-anticipation.ts';
import { courtesyRows } from './matrix-courtesy.ts';
import { ideaRows } from './matrix-ideas.ts';
import { goalRows } from './matrix-goals.ts';
import { importRows } from './matrix-imports.ts';
import { linkRows } from './matrix-links.ts';
import { answerRows } from './matrix-answers.ts';
import { mailRows } from './matrix-mail.ts';
import { privateRows } from './matrix-private.ts';
import { trustRows } from './matrix-trust.ts';
import { promiseRows } from './matrix-promises.ts';

/**
 * One row for each operation and what it is tried on. `yes`: done, with the status of the contract. A number: refused with that status.
 * `-`: hidden, the very answer of an id that does not exist. Behind the bar: what such an id gets from whoever is let in at all.
 *
 * Tried on: a request in the state named (`note`: a message to the team only; `open`, `private`: asked of such a
 * service; `hr`: private, of a team of its own; `approval`: one that waits for a yes; `linked`: one linked with an open one) · me, a colleague, somebody new, somebody who left ·
 * the serving team, an archived one · an article of the serving team for everyone, its own, a draft, one put away ·
 * a file of mine or somebody else's that goes with nothing yet, one of an ask, one of a note, one in an article, in a draft, or gone
 * from an article's words since ·
 * a service that the serving people offer to everyone, one for the kitchen only, one at rest ·
 * a session, passkey, token, webhook, link or browser of mine or of somebody else · an absence of mine, another of a colleague there ·
 * an appointment of mine, one of others, a calendar's address ·
 * a goal of the serving people, one of a private service of theirs ·
 * a promise of mine, one to me (with a new time proposed, delivered), one between others, one of a request ·
 * a table that was looked at · files of an earlier system (mine, of another administrator) that were.
 */
export const matrix = `
                          tried on   | nobody requester asker participant provider member lead named otherMember otherLead administrator gone ended | absent
  getHealth                          | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   |
  getReady                           | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   |
  getMetrics                         | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   |
  getOpenApi                         | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   |
  getDocs                            | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   |
  streamEvents                       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  listAudit                          | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  getSample                          | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   |
  startSample                        | 409    409       409   409         409      409    409  409   409         409       409           409  409   |
  signIn                             | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   |
  signOut                            | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   |
  startPasskeySignIn                 | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   |
  finishPasskeySignIn                | 422    422       422   422         422      422    422  422   422         422       422           422  422   |
  readLink                own        | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   | 404
  useLink                 own        | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   | 404
  listSessions                       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  endSession              own        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  endSession              other      | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  endOtherSessions                   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  changePassword                     | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  startPasskeyRegistration           | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  finishPasskeyRegistration          | 401    422       422   422         422      422    422  422   422         422       422           401  401   |
  listPasskeys                       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  renamePasskey           own        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  renamePasskey           other      | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  removePasskey           own        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  removePasskey           other      | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  listTokens                         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  createToken                        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  revokeToken             own        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  revokeToken             other      | 401    -         -     -           -        -      -    -     -           -         yes           401  401   | 404

  getSession                         | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   |
  createCompany                      | 409    409       409   409         409      409    409  409   409         409       409           409  409   |
  getCompany                         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  updateCompany                      | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  listCountries                      | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   |
  listDemoPeople                     | 404    404       404   404         404      404    404  404   404         404       404           404  404   |
  signInDemo                         | 404    404       404   404         404      404    404  404   404         404       404           404  404   |
  listPeople                         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  addPerson                          | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  getPerson               me         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getPerson               colleague  | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getPerson               left       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  updatePerson            me         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  updatePerson            colleague  | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  invitePerson            new        | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  resetPerson             colleague  | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  deactivatePerson        colleague  | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  getHeld                 colleague  | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  leavePerson             colleague  | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  reactivatePerson        left       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  listSkills                         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  listSpoken                         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  listAbsences            colleague  | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  setAbsence              me         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  setAbsence              colleague  | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  endAbsence              ownAbsence | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  endAbsence              another    | 401    403       403   403         403      403    yes  403   403         403       yes           401  401   | 404
  importPeople                       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  getPeopleImport         table      | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  listImportRows          table      | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  runPeopleImport         table      | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  getImportFile           table      | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  inviteImported          table      | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  getPhoto                colleague  | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  setPhoto                me         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  setPhoto                colleague  | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  removePhoto             me         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  removePhoto             colleague  | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  listTeams                          | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  createTeam                         | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  getTeam                 team       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getTeam                 archived   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  updateTeam              team       | 401    403       403   403         403      403    yes  403   403         403       yes           401  401   | 404
  updateTeam              archived   | 401    403       403   403         403      403    409  403   403         403       409           401  401   | 404
  addMember               team       | 401    403       403   403         403      403    yes  403   403         403       yes           401  401   | 404
  removeMember            team       | 401    403       403   403         403      403    yes  403   403         403       yes           401  401   | 404
  archiveTeam             team       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  restoreTeam             archived   | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404

  listNotices                        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  readNotices                        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
${mailRows}${answerRows}${appointmentRows}${ideaRows}

  exportPersonalData                 | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  erasePerson             left       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  erasePerson             colleague  | 401    403       403   403         403      403    403  403   403         403       409           401  401   | 404
  listRetention                      | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  setRetention            team       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  getSilence                         | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  endSilence                         | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |

  search                             | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  getTeamReport           team       | 401    -         -     -           yes      yes    yes  -     -           -         yes           401  401   | 404
  exportTeamReport        team       | 401    -         -     -           yes      yes    yes  -     -           -         yes           401  401   | 404
  exportRequests          team       | 401    -         -     -           yes      yes    yes  -     -           -         yes           401  401   | 404
${trustRows}

${goalRows}
  uploadAttachment                   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  getAttachment           ownFile    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getAttachment           otherFile  | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  getAttachment           askFile    | 401    yes       yes   yes         yes      yes    yes  yes   -           -         -             401  401   | 404
  getAttachment           noteFile   | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  getAttachment           articleFile| 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getAttachment           draftFile  | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  getAttachment           formerFile | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  removeAttachment        ownFile    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  removeAttachment        otherFile  | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  removeAttachment        askFile    | 401    403       409   403         403      403    403  403   -           -         -             401  401   | 404

  getKnowledge                       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  listViews                          | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  saveView                           | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  listTemplates                      | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  createTemplate                     | 401    422       422   422         yes      yes    yes  422   422         422       422           401  401   |
  updateView              ownView    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  updateView              theirView  | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  removeView              ownView    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  removeView              theirView  | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  updateTemplate          template   | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  removeTemplate          template   | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404

  listRecurring                      | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  createRecurring                    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  getRecurring            ownRound   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getRecurring            theirRound | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  updateRecurring         ownRound   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  updateRecurring         theirRound | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  removeRecurring         ownRound   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  removeRecurring         theirRound | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404

  listArticles                       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  suggestArticles                    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  createArticle                      | 401    403       403   403         yes      yes    yes  403   403         403       403           401  401   |
  getArticle              article    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getArticle              ownArticle | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  getArticle              draft      | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  getArticle              putAway    | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  saveArticle             article    | 401    403       403   403         yes      yes    yes  403   403         403       403           401  401   | 404
  saveArticle             ownArticle | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  saveArticle             draft      | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  listArticleVersions     article    | 401    403       403   403         yes      yes    yes  403   403         403       403           401  401   | 404
  listArticleVersions     ownArticle | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  getArticleVersion       article    | 401    403       403   403         yes      yes    yes  403   403         403       403           401  401   | 404
  getArticleVersion       ownArticle | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  restoreArticleVersion   article    | 401    403       403   403         yes      yes    yes  403   403         403       403           401  401   | 404
  restoreArticleVersion   draft      | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  checkArticle            article    | 401    403       403   403         yes      yes    yes  403   403         403       403           401  401   | 404
  checkArticle            ownArticle | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  archiveArticle          article    | 401    403       403   403         403      403    yes  403   403         403       403           401  401   | 404
  archiveArticle          ownArticle | 401    -         -     -           403      403    yes  -     -           -         -             401  401   | 404
  archiveArticle          draft      | 401    -         -     -           403      403    yes  -     -           -         -             401  401   | 404
  restoreArticle          putAway    | 401    -         -     -           403      403    yes  -     -           -         -             401  401   | 404
  sayHelped               article    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  sayHelped               ownArticle | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  makeArticleFromMessage  delivered  | 401    403       403   403         yes      yes    yes  403   -           -         -             401  401   | 404
  makeArticleFromMessage  open       | 401    403       403   403         422      422    422  403   403         403        403           401  401  | 404
  makeArticleFromMessage  private    | 401    403       403   403         422      422    422  -     -           -          -             401  401  | 404
  listServices                       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  getService              service    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getService              forKitchen | 401    -         -     -           yes      yes    yes  -     yes         yes       yes           401  401   | 404
  getService              resting    | 401    -         -     -           yes      yes    yes  -     -           -         yes           401  401   | 404
  createService                      | 401    403       403   403         403      403    yes  403   403         403       yes           401  401   |
  updateService           service    | 401    403       403   403         403      403    yes  403   403         403       yes           401  401   | 404
  updateService           forKitchen | 401    -         -     -           403      403    yes  -     403         403       yes           401  401   | 404
  updateService           resting    | 401    -         -     -           403      403    409  -     -           -         409           401  401   | 404
  archiveService          service    | 401    403       403   403         403      403    yes  403   403         403       yes           401  401   | 404
  archiveService          forKitchen | 401    -         -     -           403      403    yes  -     403         403       yes           401  401   | 404
  restoreService          resting    | 401    -         -     -           403      403    yes  -     -           -         yes           401  401   | 404
  orderServices           team       | 401    403       403   403         403      403    yes  403   403         403       yes           401  401   | 404

  listWebhooks                       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  createWebhook                      | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  updateWebhook           own        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  updateWebhook           other      | 401    -         -     -           -        -      -    -     -           -         403           401  401   | 404
  rotateWebhookSecret     own        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  rotateWebhookSecret     other      | 401    -         -     -           -        -      -    -     -           -         403           401  401   | 404
  deleteWebhook           own        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  deleteWebhook           other      | 401    -         -     -           -        -      -    -     -           -         yes           401  401   | 404
  testWebhook             own        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  testWebhook             other      | 401    -         -     -           -        -      -    -     -           -         403           401  401   | 404
  listDeliveries          own        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  listDeliveries          other      | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  resendDelivery          own        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  resendDelivery          other      | 401    -         -     -           -        -      -    -     -           -         403           401  401   | 404

  createRequest                      | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  listRequests                       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  bulkMove                asked      | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  getToday                           | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  getQueue                team       | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  getRequest              asked      | 401    yes       yes   yes         yes      yes    yes  yes   -           -         -             401  401   | 404
  listMessages            asked      | 401    yes       yes   yes         yes      yes    yes  yes   -           -         -             401  401   | 404
  listDueChoices          asked      | 401    yes       yes   yes         yes      yes    yes  yes   -           -         -             401  401   | 404
  addMessage              promised   | 401    yes       yes   yes         yes      yes    yes  yes   -           -         -             401  401   | 404
  addMessage              note       | 401    422       422   422         yes      yes    yes  422   -           -         -             401  401   | 404
  addParticipant          asked      | 401    yes       yes   403         yes      yes    yes  yes   -           -         -             401  401   | 404
  removeParticipant       asked      | 401    yes       yes   yes         yes      yes    yes  yes   -           -         -             401  401   | 404
  getRequest              open       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes        yes           401  401  | 404
  listMessages            open       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes        yes           401  401  | 404
  addMessage              open       | 401    yes       yes   yes         yes      yes    yes  403   403         403        403           401  401  | 404
  addParticipant          open       | 401    yes       yes   403         yes      yes    yes  403   403         403        403           401  401  | 404
  removeParticipant       open       | 401    yes       yes   yes         yes      yes    yes  403   403         403        403           401  401  | 404
  greetRequest            open       | 401    403       403   403         yes      yes    yes  403   403         403        403           401  401  | 404
  editRequest             open       | 401    yes       yes   403         403      403    403  403   403         403        403           401  401  | 404
  getRequest              private    | 401    yes       yes   yes         yes      yes    yes  -     -           -          -             401  401  | 404
  listMessages            private    | 401    yes       yes   yes         yes      yes    yes  -     -           -          -             401  401  | 404
  addParticipant          private    | 401    yes       yes   403         yes      yes    yes  -     -           -          -             401  401  | 404
  handOverRequest         private    | 401    403       403   403         422      422    422  -     -           -          -             401  401  | 404
  editRequest             asked      | 401    yes       yes   403         403      403    403  403   -           -         -             401  401   | 404
  withdrawRequest         asked      | 401    yes       yes   403         403      403    403  403   -           -         -             401  401   | 404
  greetRequest            asked      | 401    403       403   403         yes      yes    yes  yes   -           -         -             401  401   | 404
  promiseRequest          asked      | 401    403       403   403         yes      yes    yes  yes   -           -         -             401  401   | 404
  counterRequest          asked      | 401    403       403   403         yes      yes    yes  yes   -           -         -             401  401   | 404
  declineRequest          asked      | 401    403       403   403         yes      yes    yes  yes   -           -         -             401  401   | 404
  handOverRequest         asked      | 401    403       403   403         yes      yes    yes  yes   -           -         -             401  401   | 404
  approveRequest          approval   | 401    403       403   403         403      403    403  -     -           -          -             401  401  | 404
  refuseRequest           approval   | 401    403       403   403         403      403    403  -     -           -          -             401  401  | 404
  promiseRequest          approval   | 401    403       403   403         409      409    409  -     -           -          -             401  401  | 404
  addChecklistItem        asked      | 401    403       403   403         yes      yes    yes  yes   -           -          -             401  401  | 404
  changeChecklistItem     asked      | 401    403       403   403         yes      yes    yes  yes   -           -          -             401  401  | 404
  removeChecklistItem     asked      | 401    403       403   403         yes      yes    yes  yes   -           -          -             401  401  | 404
  orderChecklist          asked      | 401    403       403   403         yes      yes    yes  yes   -           -          -             401  401  | 404
  changeChecklistItem     open       | 401    403       403   403         yes      yes    yes  403   403         403        403           401  401  | 404${privateRows}${linkRows}
  takeBackCounter         countered  | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404
  acceptCounter           countered  | 401    yes       yes   403         403      403    403  403   -           -         -             401  401   | 404
  askAgain                countered  | 401    yes       yes   403         403      403    403  403   -           -         -             401  401   | 404
  renegotiateRequest      promised   | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404
  answerRequestRenegotiation proposed | 401    yes       yes   403         403      403    403  403   -           -         -             401  401   | 404
  takeBackRequestRenegotiation proposed | 401 403     403   403         yes      403    403  yes   -           -         -             401  401   | 404
  releaseRequest          promised   | 401    yes       yes   403         403      403    403  403   -           -         -             401  401   | 404
  revokePromise           promised   | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404
  reportDelivery          promised   | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404
  acceptDelivery          delivered  | 401    yes       yes   403         403      403    403  403   -           -         -             401  401   | 404
  returnDelivery          delivered  | 401    yes       yes   403         403      403    403  403   -           -         -             401  401   | 404
  rateAsk                 delivered  | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404
  reopenRequest           closed     | 401    yes       yes   403         403      403    403  403   -           -         -             401  401   | 404
${anticipationRows}
${courtesyRows}${promiseRows}
${importRows}`;

export type Row<Column extends string> = { name: string; on: string; cells: Record<Column, string>; absent: string };

/** Reads such a table: a line of columns, then a row a line. */
export function readTable(table: string): Row<string>[] {
  const [head = '', ...lines] = table.split('\n').filter((line) => line.trim() !== '');
  const words = (text = '') => text.trim().split(/\s+/).filter(Boolean);
  const columns = words(head.split('|')[1]);
  return lines.map((line) => {
    const [left, middle, right] = line.split('|');
    const [name = '', on = ''] = words(left);
    const cells = words(middle);
    if (cells.length !== columns.length)
      throw new Error(`The row of ${name} has ${cells.length} cells for ${columns.length} columns.`);
    return {
      name,
      on,
      cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
      absent: words(right)[0] ?? '',
    };
  });
}
