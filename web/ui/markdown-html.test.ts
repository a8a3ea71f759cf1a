// @vitest-environment happy-dom
// What the little Markdown lets through, and that nothing hostile does, even before DOMPurify, which needs a real browser's DOM
// (happy-dom's is not one it supports).
import { describe, expect, test } from 'vitest';
import { marked, plainOf } from './markdown-html.ts';

const aino = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('what people may write', () => {
  test('bold, italic and code', () => {
    expect(marked('**so** *warm* `x < y`')).toContain('<strong>so</strong> <em>warm</em> <code>x &lt; y</code>');
  });
  test('a new line is a new line, an empty one a new paragraph', () => {
    expect(marked('one\ntwo\n\nthree')).toMatch(/<p>one<br>\s*two<\/p>\s*<p>three<\/p>/);
  });
  test('lists, also numbered ones that begin later', () => {
    expect(marked('- a\n- b')).toMatch(/<ul>\s*<li>a<\/li>\s*<li>b<\/li>\s*<\/ul>/);
    expect(marked('3. a\n4. b')).toContain('<ol start="3">');
  });
  test('quotes and blocks of code', () => {
    expect(marked('> said')).toContain('<blockquote>');
    expect(marked('```\na & b\n```')).toContain('<pre><code>a &amp; b');
  });
  test('links open beside the page and tell nobody where they came from', () => {
    const html = marked('[the menu](https://example.com/menu)');
    expect(html).toContain('href="https://example.com/menu"');
    expect(html).toContain('rel="noopener noreferrer nofollow"');
    expect(html).toContain('target="_blank"');
  });
  test('an address with its scheme becomes a link, a bare name stays words', () => {
    expect(marked('see https://example.com/a?b=1')).toContain('<a href="https://example.com/a?b=1"');
    expect(marked('write to example.com')).not.toContain('<a');
  });
  test('a mention leads to the person', () => {
    expect(marked(`Hi @[Aino Virtanen](person:${aino})!`)).toContain(`<a href="/people/${aino}">@Aino Virtanen</a>!`);
  });
  test('a preview has the words only', () => {
    expect(plainOf(`**Hi** @[Aino](person:${aino}),\n\n- see https://example.com`)).toBe(
      'Hi @Aino, see https://example.com',
    );
  });
});

describe('what never gets through', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\u0000script:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[x](vbscript:msgbox(1))',
    '[x](//evil.example/x)',
    '[x](/api/session)',
    '<https://example.com/"onmouseover="alert(1)>',
    '![x](https://example.com/pixel.png)',
    '[![x](javascript:alert(1))](https://example.com)',
    '@[x](person:javascript:alert(1))',
    `@[<img src=x onerror=alert(1)>](person:${aino})`,
    `@["onclick="alert(1)](person:${aino})`,
    '[a](https://x.example "title" onclick=alert(1))',
    '<style>body{display:none}</style>',
    '<form action=https://evil.example><input name=q></form>',
    '<div style="position:fixed;inset:0">over everything</div>',
    '```html\n<script>alert(1)</script>\n```',
    '<math><mtext></p><style><img src=x onerror=alert(1)></style>',
  ];
  test.each(hostile)('%s', (words) => {
    const page = new DOMParser().parseFromString(marked(words), 'text/html');
    const seen = [...page.body.querySelectorAll('*')];
    const tags = new Set(seen.map((element) => element.tagName.toLowerCase()));
    for (const tag of tags)
      expect(['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'a', 'code', 'pre', 'blockquote']).toContain(tag);
    for (const element of seen) {
      for (const { name } of element.attributes) expect(['href', 'rel', 'target', 'start']).toContain(name);
      const href = element.getAttribute('href');
      if (href !== null) expect(href).toMatch(/^(?:https?:|mailto:|\/people\/[0-9a-f-]{36}$)/);
    }
  });
  test('the words of what was refused are still there to read', () => {
    expect(plainOf('<b>loud</b>')).toBe('<b>loud</b>');
  });
  test('a hundred thousand brackets do not hang the page', () => {
    const words = '['.repeat(50_000) + '*'.repeat(50_000);
    expect(plainOf(words).length).toBeGreaterThan(0);
  });
});
