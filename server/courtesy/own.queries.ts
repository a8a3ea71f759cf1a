// SQL of one's own asks, as one's own history tells of them. A fixed number of them, however many there are in the company.
import { sql } from 'kysely';
import { Form } from '../../contract/forms.ts';
import type { Db } from '../platform/db.ts';

export type OwnRow = {
  id: string;
  service_id: string | null;
  team_id: string | null;
  form_version: number | null;
  state: string;
  thanks: string | null;
  created_at: Date;
  answers: Record<string, unknown>;
  /** Before the first change of the answers; null when they were never changed. */
  before: Record<string, unknown> | null;
  usual: number | null;
};

const most = 200;

/** The asks of a person that moved last, of those asked since; what came from elsewhere says nothing. Index: requests_of_requester. */
export const ownAsks = async (db: Db, person: string, since: Date): Promise<OwnRow[]> => {
  const found = await sql<OwnRow>`
    with own as (
      select * from requests_request where requester_id = ${person} order by updated_at desc, id desc limit ${sql.lit(most)}
    )
    select r.id, r.service_id, r.team_id, a.form_version, r.state, r.thanks, r.created_at,
      coalesce(a.answers, '{}') as answers, (select e.facts -> 'before' from requests_event e
        where e.request_id = r.id and e.what = 'edited' and e.facts ? 'before' order by e.at, e.id limit 1) as before,
      case when u.deliveries >= 5 then u.minutes end as usual
    from own r left join requests_answer a on a.request_id = r.id left join catalog_usual u on u.service_id = r.service_id
    where r.created_at >= ${since} and not r.imported`.execute(db);
  return found.rows;
};

type Asked = Pick<OwnRow, 'service_id' | 'form_version'>;
const keyOf = ({ service_id: service, form_version: version }: Asked) => `${service} ${version}`;

/** The forms that asks were asked by. */
export async function formsOf(db: Db, asks: readonly Asked[]): Promise<(ask: Asked) => Form> {
  const wanted = new Map(asks.filter((ask) => ask.service_id && ask.form_version).map((ask) => [keyOf(ask), ask]));
  const pairs = [...wanted.values()];
  const found =
    pairs.length === 0
      ? []
      : await db
          .selectFrom('catalog_form')
          .where(
            sql<boolean>`(service_id, version) in (select * from unnest(
              ${pairs.map((ask) => ask.service_id)}::uuid[], ${pairs.map((ask) => ask.form_version)}::int[]))`,
          )
          .select(['service_id', 'version as form_version', 'fields'])
          .execute();
  const forms = new Map(found.map(({ fields, ...ask }) => [keyOf(ask), Form.safeParse(fields).data ?? []]));
  return (ask) => forms.get(keyOf(ask)) ?? [];
}
