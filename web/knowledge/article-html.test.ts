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
  expect(articleOf(`![The switch](${own})`).html).toContain(`<img src="${own}" alt="The switch" loading="lazy">`);
});

test('a picture from elsewhere is only its words', () => {
  expect(articleOf('![spy](https://evil.example/p.png)').html).toBe('<p>spy</p>\n');
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
