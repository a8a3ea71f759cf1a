// Words with a little Markdown → safe HTML: paragraphs, bold, italic, lists, links, code, quotes and mentions. Nothing else gets through.
import DOMPurify from 'dompurify';
import MarkdownIt, { type Token } from 'markdown-it';

const markdown = new MarkdownIt('zero', { html: false, linkify: true, breaks: true, typographer: false });
markdown.enable([
  'paragraph',
  'list',
  'blockquote',
  'fence',
  'emphasis',
  'balance_pairs',
  'link',
  'autolink',
  'linkify',
  'backticks',
  'newline',
  'escape',
  'entity',
  'fragments_join',
]);
// Only addresses that say what they are become links: "gmail.com" in a sentence stays words.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
const ours = /^(?:https?:|mailto:)/i;
markdown.validateLink = (url) => ours.test(url.trim());

const mention = /^@\[([^\][\n]{1,120})\]\(person:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/i;

markdown.inline.ruler.before('link', 'mention', (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== 0x40) return false;
  const found = mention.exec(state.src.slice(state.pos, state.pos + 200));
  const [whole, name, id] = found ?? [];
  if (!whole || !name || !id) return false;
  if (!silent) {
    const token = state.push('mention', 'a', 0);
    token.content = name;
    token.meta = { id: id.toLowerCase() };
  }
  state.pos += whole.length;
  return true;
});
markdown.renderer.rules['mention'] = (tokens, index) => {
  const token = tokens[index];
  return `<a href="/people/${String(token?.meta?.['id'])}">@${markdown.utils.escapeHtml(token?.content ?? '')}</a>`;
};
markdown.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer nofollow');
  tokens[index]?.attrSet('target', '_blank');
  return self.renderToken(tokens, index, options);
};

markdown.renderer.rules['fence'] = (tokens, index) =>
  `<pre><code>${markdown.utils.escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;

const allowed = {
  ALLOWED_TAGS: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'a', 'code', 'pre', 'blockquote'],
  ALLOWED_ATTR: ['href', 'rel', 'target', 'start'],
  // Else the pattern for addresses would be asked of these too.
  ADD_URI_SAFE_ATTR: ['rel', 'target', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|\/people\/[0-9a-f-]{36}$)/i,
  RETURN_TRUSTED_TYPE: true as const,
};

/** The first wall: HTML of nothing but our few marks. Shown only after the second. */
export const marked = (words: string): string => markdown.render(words);

/** HTML that is safe to set, and that the page accepts. The second wall does not trust the first. */
export const htmlOf = (words: string): TrustedHTML | string => DOMPurify.sanitize(marked(words), allowed);

/** The same words without marks, for one-line previews: mentions as names, links as their words. */
export const plainOf = (words: string): string =>
  markdown
    .parse(words, {})
    .flatMap((token) => (token.children ? token.children.map(plain).join('') : token.content))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const plain = ({ type, content }: Token): string => {
  if (type === 'mention') return `@${content}`;
  return type.endsWith('break') ? ' ' : content;
};
