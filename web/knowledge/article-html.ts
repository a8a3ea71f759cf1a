// An article's Markdown → safe HTML: what messages have, and headings, tables, rules and pictures of ours beside it. Two walls, as there.
import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt('zero', { html: false, linkify: true, breaks: false, typographer: false });
markdown.enable([
  'paragraph',
  'heading',
  'lheading',
  'list',
  'blockquote',
  'fence',
  'code',
  'hr',
  'table',
  'emphasis',
  'strikethrough',
  'balance_pairs',
  'link',
  'image',
  'autolink',
  'linkify',
  'backticks',
  'newline',
  'escape',
  'entity',
  'fragments_join',
]);
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const page = `/(?:people|teams|requests|knowledge)/${id}`;
const file = `/api/attachments/${id}`;
const picture = String.raw`${file}\?inline`;
const allowedLink = new RegExp(`^(?:https?:|mailto:|${page}$|${file}$|${picture}$)`, 'i');
const allowedPicture = new RegExp(`^${picture}$`, 'i');
markdown.validateLink = (url) => allowedLink.test(url.trim());

markdown.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
  const token = tokens[index];
  if (!String(token?.attrGet('href')).startsWith('/')) {
    token?.attrSet('rel', 'noopener noreferrer nofollow');
    token?.attrSet('target', '_blank');
  }
  return self.renderToken(tokens, index, options);
};
markdown.renderer.rules['fence'] = (tokens, index) =>
  `<pre><code>${markdown.utils.escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;
// Pictures come from our own house alone: one from elsewhere would tell its owner who reads here.
markdown.renderer.rules['image'] = (tokens, index, options, env, self) => {
  const source = String(tokens[index]?.attrGet('src') ?? '');
  const said = markdown.utils.escapeHtml(self.renderInlineAsText(tokens[index]?.children ?? [], options, env));
  return allowedPicture.test(source)
    ? `<img src="${markdown.utils.escapeHtml(source)}" alt="${said}" loading="lazy">`
    : said;
};

export type Heading = { id: string; level: 2 | 3; words: string };

/** The page's title is the first heading, so those inside begin at the second. */
function parsed(words: string) {
  const tokens = markdown.parse(words, {});
  const headings: Heading[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    const level = Math.min(4, Math.max(2, Number(token.tag.slice(1))));
    token.tag = `h${level}`;
    if (token.type === 'heading_close') continue;
    const own = `part-${headings.length + 1}`;
    const inside = tokens[index + 1]?.children?.map((child) => child.content).join('') ?? '';
    if (level <= 3) {
      token.attrSet('id', own);
      headings.push({ id: own, level: level as 2 | 3, words: inside });
    }
  }
  return { tokens, headings };
}

const allowed = {
  ALLOWED_TAGS: [
    ...[
      'p',
      'br',
      'strong',
      'em',
      's',
      'ul',
      'ol',
      'li',
      'a',
      'code',
      'pre',
      'blockquote',
      'h2',
      'h3',
      'h4',
      'hr',
      'img',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'rel', 'target', 'start', 'id', 'src', 'alt', 'loading'],
  ADD_URI_SAFE_ATTR: ['rel', 'target', 'start', 'id', 'alt', 'loading'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: allowedLink,
  RETURN_TRUSTED_TYPE: true as const,
};

/** The first wall: HTML of nothing but our marks, and its headings. Shown only after the second. */
export function articleOf(words: string): { html: string; headings: Heading[] } {
  const { tokens, headings } = parsed(words);
  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings };
}

// The second wall asks the same of pictures: no other address, though a link may have it. Without a browser there is no such wall.
if (DOMPurify.isSupported)
  DOMPurify.addHook('afterSanitizeAttributes', (node) => {
    if (!allowedPicture.test(node.getAttribute('src') ?? '')) node.removeAttribute('src');
  });

/** HTML that is safe to set and that the page accepts, and the headings to jump to. */
export function safeArticle(words: string): { html: TrustedHTML | string; headings: Heading[] } {
  const { html, headings } = articleOf(words);
  return { html: DOMPurify.sanitize(html, allowed), headings };
}
