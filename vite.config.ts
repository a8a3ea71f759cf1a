// Builds the web into dist/ (or where GOODTURN_DIST says) and serves it while developing. The server itself is not built.
import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env['GOODTURN_SERVER_PORT'] ?? process.env['PORT'] ?? 3000}`;

/** React Aria brings its words in thirty languages; ours are four. */
const fourLanguages: Plugin = {
  name: 'four-languages',
  enforce: 'pre',
  load(id) {
    const found = /react-(?:aria|stately|aria-components)\/dist\/.*\/intl\/.*\/([a-z]{2})-[A-Z]{2}\.(?:mjs|js)$/.exec(
      id,
    );
    if (!found?.[1] || ['en', 'fi', 'es', 'ru'].includes(found[1])) return null;
    return 'export default {};';
  },
};

/** Zod describes schemas to other programs; the browser only reads with them, and does not load what it never calls. */
const schemasUndescribed: Plugin = {
  name: 'schemas-undescribed',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    if (!/\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/.test(id)) return null;
    const exported = readFileSync(id, 'utf8').matchAll(/^export (?:async )?(?:const|function|\{ \w+ as) (\w+)/gm);
    return [...exported]
      .map(([, name], index) => `const f${index} = () => () => undefined; export { f${index} as ${name} };`)
      .join('\n');
  },
};

/**
 * Zod would compile its checks with eval, which the content security policy forbids, and asks whether it may as soon as the first shape
 * is made: before any line of ours has run.
 */
const schemasUncompiled: Plugin = {
  name: 'schemas-uncompiled',
  apply: 'build',
  transform: (code, id) =>
    id.endsWith('/zod/v4/core/core.js') ? { code: `${code}\nglobalConfig.jitless = true;`, map: null } : null,
};

/** The order of the layers (web/ui/base.css) must be known to the first stylesheet that arrives, and any of them may be it. */
const layersInOrder: Plugin = {
  name: 'layers-in-order',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'asset' && file.fileName.endsWith('.css'))
        file.source = `@layer reset,tokens,ui,pages;${String(file.source)}`;
  },
};

export default defineConfig({
  plugins: [react(), fourLanguages, schemasUndescribed, schemasUncompiled, layersInOrder],
  build: {
    outDir: process.env['GOODTURN_DIST'] ?? 'dist',
    emptyOutDir: true,
    manifest: true,
    // The content security policy allows no data: addresses, and light-dark() must reach the browser as it is.
    assetsInlineLimit: 0,
    target: 'baseline-widely-available',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    port: Number(process.env['GOODTURN_WEB_PORT'] ?? 5173),
    proxy: {
      // The page and what mailboxes post to have one address.
      '/mail-choice': { target: server, bypass: ({ method, url }) => (method === 'GET' ? url : undefined) },
      '/api': server,
      '/healthz': server,
      '/readyz': server,
    },
  },
});
