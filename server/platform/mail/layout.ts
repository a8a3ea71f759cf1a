// How a letter looks: one calm column, words first, readable without pictures, in the dark and on a phone. What it says comes from outside.
import type { Language } from '../../../contract/shapes.ts';

export type Line = {
  text: string;
  /** Smaller, under the text. */
  note?: string;
};
/** What is told about one matter: its title leads to its page. */
export type Matter = { title: string; url?: string; lines: readonly Line[] };

export type Layout = {
  language: Language;
  /** Shown by mailboxes beside the subject, before the mail is opened. */
  preview: string;
  title: string;
  words?: readonly string[];
  matters?: readonly Matter[];
  act?: { label: string; url: string };
  /** Links under the button. */
  further?: readonly { label: string; url: string }[];
  foot: readonly { text: string; url?: string }[];
};

/** The two parts of a letter, saying the same. */
export const lay = (letter: Layout): { html: string; text: string } => ({ html: htmlOf(letter), text: textOf(letter) });

function textOf({ title, words = [], matters = [], act, further = [], foot }: Layout): string {
  const told = matters.flatMap((matter) => [
    [
      ...(matter.title ? [matter.title] : []),
      ...matter.lines.flatMap(({ text, note }) => [`- ${text}`, ...(note ? [`  ${note}`] : [])]),
      ...(matter.url ? [matter.url] : []),
    ].join('\n'),
  ]);
  const parts = [
    title,
    ...words,
    ...told,
    ...[...(act ? [act] : []), ...further].map(({ label, url }) => `${label}:\n${url}`),
  ];
  const under = foot.map(({ text, url }) => (url ? `${text}: ${url}` : text));
  return `${parts.join('\n\n')}\n\n-- \n${under.join('\n')}\n`;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? '');

const sans = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const serif = "Georgia,'Times New Roman',serif";
const style = {
  body: 'margin:0;padding:0;background:#f6f3ec;',
  page: 'max-width:560px;margin:0 auto;padding:32px 20px 40px;',
  card: 'background:#fffdf8;border:1px solid #e4ddd0;border-radius:12px;padding:28px 24px;',
  title: `margin:0 0 16px;font:normal 24px/1.3 ${serif};color:#23201b;`,
  words: `margin:0 0 12px;font:16px/1.55 ${sans};color:#23201b;`,
  matter: 'border-top:1px solid #e4ddd0;padding:16px 0 12px;',
  name: `margin:0 0 6px;font:600 16px/1.4 ${sans};color:#23201b;`,
  link: 'color:#1f5c4d;',
  note: `display:block;font:14px/1.5 ${sans};color:#655e52;`,
  act: `display:inline-block;margin:12px 0 0;padding:12px 20px;border-radius:8px;background:#1f5c4d;color:#ffffff;font:600 16px/1.25 ${sans};text-decoration:none;`,
  further: `margin:14px 0 0;font:600 16px/1.4 ${sans};`,
  foot: `margin:0 0 6px;font:13px/1.5 ${sans};color:#655e52;`,
};
const dark = `@media (prefers-color-scheme: dark) {
.b { background: #181714 !important }
.c { background: #211f1b !important; border-color: #3a362f !important }
.m { border-color: #3a362f !important }
.t { color: #f3eee4 !important }
.q { color: #b9b0a1 !important }
.l { color: #8fd0bb !important }
.a { background: #8fd0bb !important; color: #10231d !important }
}
@media (max-width: 480px) { .c { padding: 22px 18px !important } .a { display: block !important; text-align: center !important } }`;

function htmlOf({ language, preview, title, words = [], matters = [], act, further = [], foot }: Layout): string {
  const link = (url: string, text: string) =>
    `<a class="l" href="${safe(url)}" style="${style.link}">${safe(text)}</a>`;
  const said = words.map((text) => `<p class="t" style="${style.words}">${safe(text)}</p>`);
  const told = matters.map(({ title: name, url, lines }) => {
    const head = name ? `<h2 class="t" style="${style.name}">${url ? link(url, name) : safe(name)}</h2>` : '';
    const each = lines.map(
      ({ text, note }) =>
        `<p class="t" style="${style.words}">${safe(text)}${note ? `<span class="q" style="${style.note}">${safe(note)}</span>` : ''}</p>`,
    );
    return `<div class="m" style="${style.matter}">${head}${each.join('')}</div>`;
  });
  const button = act ? `<a class="a" href="${safe(act.url)}" style="${style.act}">${safe(act.label)}</a>` : '';
  const beside = further.map(({ label, url }) => `<p style="${style.further}">${link(url, label)}</p>`).join('\n');
  const under = foot.map(
    ({ text, url }) => `<p class="q" style="${style.foot}">${url ? link(url, text) : safe(text)}</p>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${safe(title)}</title>
<style>${dark}</style>
</head>
<body class="b" style="${style.body}">
<div style="display:none;max-height:0;overflow:hidden">${safe(preview)}</div>
<div role="article" aria-label="${safe(title)}" lang="${language}" style="${style.page}">
<div class="c" style="${style.card}">
<h1 class="t" style="${style.title}">${safe(title)}</h1>
${[...said, ...told].join('\n')}
${button}
${beside}
</div>
<div style="padding:20px 24px 0">
${under.join('\n')}
</div>
</div>
</body>
</html>
`;
}
