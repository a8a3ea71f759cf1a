// The articles of the sample company: what its teams have written down, each in the language of those who ask. Data only; seed.ts makes them.
import type { ArticleState, Reading } from '../../contract/knowledge.ts';
import type { Language } from '../../contract/shapes.ts';
import { articlesEn } from './sample-articles-en.ts';
import { articlesEs } from './sample-articles-es.ts';
import { articlesFi } from './sample-articles-fi.ts';
import { articlesRu } from './sample-articles-ru.ts';

/** One state of the words; the last is what one reads. */
export type SampleVersion = { by: string; title: string; body: string; note?: string };

export type SampleArticle = {
  /** Keys of the sample's teams and people. */
  team: string;
  language: Language;
  /** The first was written so many days ago, the last a third of that. */
  daysAgo: number;
  versions: SampleVersion[];
  state?: Exclude<ArticleState, 'archived'>;
  reading?: Reading;
  /** To be looked at again in so many days; those below zero are due. */
  checkIn?: number;
  /** Keys of the sample's services that it is about. */
  services?: string[];
  /** How many colleagues it helped, and how many of them need not ask any more. */
  helped: number;
  spared: number;
};

export const sampleArticles: readonly SampleArticle[] = [...articlesEn, ...articlesFi, ...articlesEs, ...articlesRu];
