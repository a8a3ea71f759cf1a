// The catalog's tables as Kysely sees them. Only this folder writes them; everybody later may join.
import type { Generated, JSONColumnType } from 'kysely';
import type { Approval, Sight } from '../../contract/catalog.ts';
import type { Form } from '../../contract/forms.ts';

export type ServiceTable = {
  id: string;
  team_id: string;
  name: string;
  description: Generated<string>;
  sight: Sight;
  /** Whether everyone may ask; else those whose teams are in catalog_asker. */
  everyone: boolean;
  form_version: Generated<number>;
  /** Minutes of the team's working time; null as the team has it. */
  greeting_minutes: number | null;
  closing_minutes: number | null;
  greeting_standard: Generated<string>;
  closing_standard: Generated<string>;
  checklist: JSONColumnType<string[]>;
  approval_mode: Approval['mode'] | null;
  position: number;
  folded_name: string;
  /** Of name and description: what words are looked for in. */
  folded: string;
  version: Generated<number>;
  created_at: Date;
  archived_at: Date | null;
};

export type FormTable = { service_id: string; version: number; fields: JSONColumnType<Form>; made_at: Date };
export type AskerTable = { service_id: string; team_id: string };
/** Without a person it is the manager of whoever needs the service. */
export type ApproverTable = { service_id: string; position: number; person_id: string | null };
export type AlsoTable = { service_id: string; needed_id: string; position: number };
/** Most deliveries took at most so many minutes of working time. */
export type UsualTable = { service_id: string; deliveries: number; minutes: number; counted_at: Date };

declare module '../platform/db.ts' {
  interface Tables {
    catalog_service: ServiceTable;
    catalog_form: FormTable;
    catalog_asker: AskerTable;
    catalog_approver: ApproverTable;
    catalog_also: AlsoTable;
    catalog_usual: UsualTable;
  }
}
