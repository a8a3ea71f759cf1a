// The sample's articles are whole: in four languages.
import { expect, it } from 'vitest';
import { languages } from '../../contract/shapes.ts';
import { sampleArticles } from './sample-articles.ts';

it('are about twenty-five, in all four languages, most for everyone', () => {
  expect(sampleArticles.length).toBeGreaterThanOrEqual(25);
  expect(new Set(sampleArticles.map(({ language }) => language))).toEqual(new Set(languages));
  expect(sampleArticles.filter(({ reading }) => reading === 'team')).toHaveLength(2);
});

it('spare no more asks than they help people', () => {
  for (const { title, helped, spared } of sampleArticles.map(({ versions, ...rest }) => ({
    title: versions[0]?.title,
    ...rest,
  })))
    expect([title, spared <= helped]).toEqual([title, true]);
});
