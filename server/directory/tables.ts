// The directory's tables as Kysely sees them. Only this folder writes them; everybody may join.
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Language } from '../../contract/shapes.ts';
import type { Hours, Week } from '../../contract/working-time.ts';
import type { ImportFate, ImportKind } from '../../contract/directory-imports.ts';
import type { Refused } from '../platform/outcome.ts';
import type { DemoRole } from '../../contract/directory.ts';

export type CompanyTable = {
  id: Generated<number>;
  name: string;
  language: Language;
  zone: string;
  country: string;
  demo: Generated<boolean>;
  /** Where its holidays are those of a region. */
  region: string | null;
  /** Usual hours of new teams and of people without one; null is the usual week. */
  week: JSONColumnType<Week> | null;
  /** Off: how often promises are kept is counted for nobody. */
  rates: Generated<boolean>;
  version: Generated<number>;
  created_at: Date;
};

export type PersonTable = {
  id: string;
  name: string;
  said: Generated<string>;
  email: string;
  language: Language;
  place: Generated<string>;
  zone: string;
  does: Generated<string>;
  pronouns: Generated<string>;
  /** ISO 639 codes, the best first. */
  languages: Generated<string[]>;
  /** Null: as their team works. */
  week: ColumnType<Week | null, string | null | undefined, string | null>;
  manager_id: string | null;
  administrator: Generated<boolean>;
  active: Generated<boolean>;
  /** 0 is no photo; each new one counts up, so that its address never shows an old one. */
  photo_version: Generated<number>;
  folded: string;
  version: Generated<number>;
  created_at: Date;
  deactivated_at: Date | null;
  /** Since when there is nothing left of them but this row. */
  erased_at: Date | null;
};

export type PhotoTable = { person_id: string; media_type: string; bytes: Buffer };

export type TeamTable = {
  id: string;
  name: string;
  does: Generated<string>;
  zone: string;
  country: string | null;
  region: string | null;
  week: JSONColumnType<Week>;
  greeting_minutes: number;
  closing_minutes: number;
  folded: string;
  version: Generated<number>;
  created_at: Date;
  archived_at: Date | null;
};

export type MembershipTable = { team_id: string; person_id: string; lead: Generated<boolean> };

export type ExceptionTable = {
  team_id: string;
  /** A calendar day, read as text (`date::text`): a Date would drag a time zone along. */
  date: ColumnType<string, string, string>;
  hours: JSONColumnType<Hours>;
  note: Generated<string>;
};

export type SkillTable = { person_id: string; folded: string; name: string; place: number };

/** A further manager. */
export type DottedTable = { person_id: string; manager_id: string };

export type AbsenceTable = {
  id: string;
  person_id: string;
  from_day: ColumnType<string, string, string>;
  until_day: ColumnType<string, string, string>;
  words: Generated<string>;
  stand_in_id: string | null;
  set_by_id: string;
  created_at: Date;
};

export type ImportTable = {
  id: string;
  kind: ImportKind;
  name: Generated<string>;
  by_id: string;
  state: Generated<'ready' | 'running' | 'done'>;
  create_teams: boolean;
  head: string[];
  new_teams: Generated<string[]>;
  done: Generated<number>;
  total: Generated<number>;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
};

export type ImportRowTable = {
  import_id: string;
  no: number;
  line: number;
  cells: string[];
  fate: ImportFate;
  reasons: JSONColumnType<Refused[]>;
  changes: Generated<string[]>;
  subject_id: string | null;
  given: JSONColumnType<object>;
  depth: Generated<number>;
  written: Generated<boolean>;
};

export type RoleTable = { name: DemoRole; person_id: string };

declare module '../platform/db.ts' {
  interface Tables {
    directory_company: CompanyTable;
    directory_person: PersonTable;
    directory_photo: PhotoTable;
    directory_team: TeamTable;
    directory_membership: MembershipTable;
    directory_exception: ExceptionTable;
    directory_role: RoleTable;
    directory_skill: SkillTable;
    directory_dotted: DottedTable;
    directory_absence: AbsenceTable;
    directory_import: ImportTable;
    directory_import_row: ImportRowTable;
  }
}
