// The tables of the desk as types; only this folder writes them.
import type { Generated, JSONColumnType } from 'kysely';
import type { ViewFilter } from '../../contract/desk.ts';

declare module '../platform/db.ts' {
  interface Tables {
    desk_view: {
      id: string;
      owner_id: string;
      team_id: string | null;
      name: string;
      filter: JSONColumnType<ViewFilter>;
      version: Generated<number>;
      created_at: Date;
    };
    desk_template: {
      id: string;
      team_id: string;
      name: string;
      body: string;
      version: Generated<number>;
      created_at: Date;
    };
  }
}
