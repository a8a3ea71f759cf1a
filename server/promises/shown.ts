// A promise as its people see it, without what they may do with it; rows and the whole are in view.ts.
import type { PromiseView } from '../../contract/promises.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import type { OwnRisk } from './risk.ts';
import type { PromiseRow } from './tables.ts';

/** A promise as its people see it at `now`; `own` is for its promiser alone: see ownRisks. */
export function promiseView(
  row: PromiseRow,
  refs: ReadonlyMap<string, PersonRef>,
  now: Date,
  own?: OwnRisk,
): PromiseView {
  const ref = (id: string): PersonRef => refs.get(id) ?? { id, name: '', photo: null, active: false };
  const open = row.state === 'open';
  return {
    id: row.id,
    by: ref(row.promiser_id),
    to: ref(row.promisee_id),
    deliverable: row.deliverable,
    due: row.due_at.toISOString(),
    firstDue: row.first_due_at.toISOString(),
    zone: row.zone,
    madeAt: row.made_at.toISOString(),
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    atRisk: open && now >= row.warn_at && now <= row.due_at,
    overdue: open && now > row.due_at,
    renegotiations: row.renegotiations,
    proposal:
      row.proposed_due_at && row.proposed_at
        ? {
            due: row.proposed_due_at.toISOString(),
            deliverable: row.proposed_deliverable ?? row.deliverable,
            reason: row.proposed_reason ?? '',
            honourable: row.proposed_at <= row.due_at,
            proposedAt: row.proposed_at.toISOString(),
            by: row.proposed_by_id === null || row.proposed_by_id === row.promiser_id ? 'promiser' : 'promisee',
          }
        : null,
    outcome: row.outcome,
    risk: own?.risk ?? null,
    suggestedDue: own?.suggestedDue?.toISOString() ?? null,
  };
}
