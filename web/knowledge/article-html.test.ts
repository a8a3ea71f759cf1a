// @vitest-environment happy-dom
// What an article may show, and that nothing else gets through, even before DOMPurify, which needs a real browser's DOM.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleOf } from './article-html.ts';

const own = '/api/attachments/019331f0-0000-7000-8000-000000000001';

test('headings begin under the title of the page, and can be jumped to', () => {
  const { html, headings } = articleOf('# One\n\nWords\n\n## Two\n\n### Three\n\n#### Four');
  expect(html).toContain('<h2 id="part-1">One</h2>');
  expect(headings).toEqual([
    { id: 'part-1', level: 2, words: 'One' },
    { id: 'part-2', level: 2, words: 'Two' },
    { id: 'part-3', level: 3, words: 'Three' },
  ]);
});

test('tables, rules and pictures of ours are shown', () => {
  expect(articleOf('| a | b |\n|---|---|\n| 1 | 2 |').html).toContain('<td>2</td>');
  expect(articleOf(`![The \\[new\\] *switch*](${own}?inline)`).html).toBe(
    `<p><img src="${own}?inline" alt="The [new] switch" loading="lazy"></p>\n`,
  );
  expect(articleOf(`[The plan](${own})`).html).toBe(`<p><a href="${own}">The plan</a></p>\n`);
});

test.each([
  'https://evil.example/p.png',
  'http://localhost/api/attachments/019331f0-0000-7000-8000-000000000001?inline',
  '//evil.example/p.png',
  '/\\evil.example/p.png',
  'javascript:alert(1)',
  'data:image/png;base64,iVBORw0KGgo=',
  'data:image/svg+xml,<svg/onload=alert(1)>',
  'mailto:a@b.example',
  own,
  `${own}/switch.png`,
  `${own}?inline=true`,
  `${own}?inline&x=1`,
  `${own}?inline#x`,
  `${own}?inline/../../session`,
  `${own}%3Finline`,
  `/x${own}?inline`,
  `.${own}?inline`,
  ` ${own}?inlinex`,
  '/api/attachments/?inline',
  '/api/attachments/../session?inline',
  '/api/session?inline',
  '/people/019331f0-0000-7000-8000-000000000001',
])('a picture from %s is only its words', (url) => {
  for (const written of [`![spy](${url})`, `![spy](<${url}>)`, `![spy][1]\n\n[1]: ${url}`])
    expect(articleOf(written).html).not.toMatch(/<img|src=/);
});

test.each([
  `![" onerror="alert(1)](${own}?inline)`,
  `![<script>alert(1)</script>](${own}?inline)`,
  `![x](${own}?inline 't" onload="alert(1)')`,
  `[![x](${own}?inline)](javascript:alert(1))`,
])('a picture of ours carries nothing else with it: %s', (written) => {
  const page = new DOMParser().parseFromString(articleOf(written).html, 'text/html');
  const pictures = [...page.querySelectorAll('img')];
  expect(pictures.map((each) => each.getAttribute('src'))).toEqual([`${own}?inline`]);
  for (const each of pictures) expect(each.getAttributeNames().toSorted()).toEqual(['alt', 'loading', 'src']);
  expect(page.querySelector('script, [href^="javascript" i]')).toBeNull();
});

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/api/session', 'vbscript:x'])(
  'no link leads to %s',
  (url) => expect(articleOf(`[here](${url})`).html).not.toContain('href'),
);

test('whatever is written, no script, style, handler or form comes out', () => {
  const nasty = fc.constantFrom(
    '<script>',
    '<img src=x onerror=1>',
    '[a](',
    '# ',
    '| - |',
    '![',
    '](',
    '`',
    '&#60;',
    '<style>',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), { maxLength: 12 }), (parts) => {
      const page = new DOMParser().parseFromString(articleOf(parts.join('')).html, 'text/html');
      expect(page.querySelector('script, style, form, input, iframe, object, svg, math')).toBeNull();
      for (const each of page.body.querySelectorAll('*'))
        for (const { name } of each.attributes) expect(name).not.toMatch(/^(on|style|class)/);
    }),
  );
});
