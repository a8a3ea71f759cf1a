// Accessibility of the page as it stands, by axe: its engine is put into a document once, and each check says what is wrong in words.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const colours = ['color-contrast', 'link-in-text-block'];

/** What is wrong, one sentence per rule. `coloursOnly`: where nothing but colours can differ from what was checked before. */
export async function faultsOf(page: Page, coloursOnly: boolean): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const runOnly = coloursOnly
    ? ({ type: 'rule', values: colours } as const)
    : ({ type: 'tag', values: standards } as const);
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    // What passes is not described, and no style sheet is fetched again.
    { runOnly: { ...runOnly, values: [...runOnly.values] }, resultTypes: ['violations' as const], preload: false },
  );
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`);
    return `${id}: ${help}\n    ${where.join('\n    ')}`;
  });
}
