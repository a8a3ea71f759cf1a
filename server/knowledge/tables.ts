// The tables of knowledge as types; only this folder writes them.
import type { Generated } from 'kysely';
import type { ArticleState, Reading } from '../../contract/knowledge.ts';
import type { Language } from '../../contract/shapes.ts';

type ArticleTable = {
  id: string;
  team_id: string;
  state: ArticleState;
  reading: Reading;
  stays_in_team: Generated<boolean>;
  language: Language;
  title: string;
  body: string;
  search: string;
  number: number;
  author_id: string;
  origin_request_id: string | null;
  check_by: string | null;
  checked_at: Date | null;
  helped: Generated<number>;
  spared: Generated<number>;
  created_at: Date;
  updated_at: Date;
  published_at: Date | null;
  version: Generated<number>;
};

type VersionTable = {
  article_id: string;
  number: number;
  at: Date;
  author_id: string;
  title: string;
  body: string;
  language: Language;
  note: Generated<string>;
  restored: number | null;
};

type HelpedTable = { article_id: string; person_id: string; helped: boolean; spared: boolean; at: Date };

type ServiceTable = { article_id: string; service_id: string; place: number };

declare module '../platform/db.ts' {
  interface Tables {
    knowledge_article: ArticleTable;
    knowledge_version: VersionTable;
    knowledge_helped: HelpedTable;
    knowledge_service: ServiceTable;
  }
}
