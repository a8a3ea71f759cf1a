// A request in a list as tests need it: an ask that nobody has answered, changed as the test says.
import type { RequestRow } from '../../contract/requests.ts';

let count = 0;
const aino = { id: '01890000-0000-7000-8000-000000000001', name: 'Aino Virtanen', photo: null, active: true };

export const rowLike = (more: Partial<RequestRow> = {}): RequestRow => ({
  id: `01890000-0000-7000-8000-${String(++count).padStart(12, '0')}`,
  number: count,
  title: 'A tablet for the third floor',
  state: 'asked',
  stage: 'opening',
  requester: aino,
  team: null,
  person: null,
  provider: null,
  greetedBy: null,
  greetBy: '2026-11-24T09:00:00Z',
  ungreeted: false,
  due: null,
  atRisk: false,
  mayNotHold: false,
  overdue: false,
  proposedDue: null,
  proposedReason: null,
  deliveredAt: null,
  delivered: null,
  deliverable: null,
  thanks: null,
  createdAt: '2026-11-24T07:00:00Z',
  updatedAt: '2026-11-24T07:00:00Z',
  endedAt: null,
  sight: 'usual',
  waitsFor: [],
  checklist: null,
  version: 1,
  can: [],
  ...more,
});
