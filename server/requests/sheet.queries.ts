// SQL of the table of a team's requests that leaves the house. Who served is not in it, so that nobody's record can be reckoned from it.
import { sql, type SqlBool } from 'kysely';
import type { PromiseOutcome } from '../../contract/promises.ts';
import type { RequestState } from '../../contract/requests.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { visibleTo } from './sight.queries.ts';

export type SheetRequest = {
  number: number;
  title: string;
  state: RequestState;
  service: string | null;
  requester: string;
  asked: Date;
  greeted: Date | null;
  due: Date | null;
  delivered: Date | null;
  ended: Date | null;
  outcome: PromiseOutcome | null;
  timing: number | null;
  quality: number | null;
  accuracy: number | null;
};

/** More rows than this are not put into one table. */
export const mostSheetRows = 20_000;

/** The team's requests that were asked in the period (days of `zone`, both included) and that `who` may see, the oldest first. */
export const requestsForSheet = (
  db: Db,
  who: Who,
  period: { team: string; zone: string; from: string; to: string },
): Promise<SheetRequest[]> =>
  db
    .selectFrom('requests_request as r')
    .innerJoin('directory_person as d', 'd.id', 'r.requester_id')
    .leftJoin('promises_promise as q', 'q.id', 'r.promise_id')
    .where('r.team_id', '=', period.team)
    .where(visibleTo(who))
    .where(
      sql<SqlBool>`r.created_at >= (${period.from}::date)::timestamp at time zone ${period.zone}
        and r.created_at < (${period.to}::date + 1)::timestamp at time zone ${period.zone}`,
    )
    .orderBy('r.created_at')
    .orderBy('r.id')
    .limit(mostSheetRows)
    .select([
      'r.number',
      'r.title',
      'r.state',
      'r.service_id as service',
      'd.name as requester',
      'r.created_at as asked',
      'r.greeted_at as greeted',
      'q.due_at as due',
      'r.delivered_at as delivered',
      'r.ended_at as ended',
      'q.outcome',
      'r.timing',
      'r.quality',
      'r.accuracy',
    ])
    .execute();
