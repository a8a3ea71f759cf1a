// The front door of privacy: everything that is kept of people, as the capabilities declare it, in one list.
// Taking words out: rewrite.ts. A person: erasure.ts, own-data.ts. Time: retention.ts.
import { appointmentsPersonal } from '../appointments/appointments.ts';
import { anticipationPersonal } from '../anticipation/anticipation.ts';
import { attachmentsPersonal } from '../attachments/attachments.ts';
import { authPersonal } from '../auth/auth.ts';
import { catalogPersonal } from '../catalog/catalog.ts';
import { connectPersonal } from '../connect/connect.ts';
import { courtesyPersonal } from '../courtesy/courtesy.ts';
import { deskPersonal } from '../desk/desk.ts';
import { goalsPersonal } from '../goals/goals.ts';
import { directoryPersonal } from '../directory/directory.ts';
import { ideasPersonal } from '../ideas/ideas.ts';
import { knowledgePersonal } from '../knowledge/knowledge.ts';
import { noticesPersonal } from '../notices/notices.ts';
import type { Personal } from '../platform/personal.ts';
import { promisesPersonal } from '../promises/promises.ts';
import { recurringPersonal } from '../recurring/recurring.ts';
import { requestsPersonal } from '../requests/requests.ts';

export { retain } from './retention.ts';

/** In an order in which each may still ask those after it. */
export const everything: readonly Personal[] = [
  anticipationPersonal,
  requestsPersonal,
  ideasPersonal,
  promisesPersonal,
  appointmentsPersonal,
  recurringPersonal,
  deskPersonal,
  courtesyPersonal,
  goalsPersonal,
  knowledgePersonal,
  connectPersonal,
  catalogPersonal,
  noticesPersonal,
  attachmentsPersonal,
  directoryPersonal,
  authPersonal,
];
