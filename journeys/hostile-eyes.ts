// Eyes on a page that shows hostile words: what ran, what was asked of whom, what the policy had to stop, and what became an element.
// The browser itself tells all of it; nothing here reads HTML.
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { BrowserContext, Page } from 'playwright-core';
import { clobber, type Hostile } from './hostile.ts';

type Told = { hits: number[]; stopped: string[]; odd: string[]; text: string };

/** Put into every page before its own scripts. */
function begin() {
  const seen = window as unknown as { hits: number[]; stopped: string[] };
  Object.defineProperty(window, 'hits', { value: [], configurable: true });
  seen.stopped = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile }) =>
    seen.stopped.push(`${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}`),
  );
}

/** Touches everything as a mouse, a keyboard and the browser would, and tells what is there that no words may bring. */
async function touchAll(named: string): Promise<Told> {
  const touches = ['mouseover', 'mouseenter', 'focus', 'error', 'load', 'toggle', 'animationstart', 'beforetoggle'];
  const { hits, stopped } = window as unknown as Told;
  const odd: string[] = [];
  for (const element of document.querySelectorAll('body *')) {
    for (const attribute of element.getAttributeNames())
      if (attribute.startsWith('on') || attribute === 'srcdoc') odd.push(`${element.tagName} with ${attribute}`);
    for (const touch of touches) element.dispatchEvent(new Event(touch));
    const { protocol, origin } = element as HTMLAnchorElement;
    if (
      element instanceof HTMLAnchorElement &&
      element.hasAttribute('href') &&
      !['http:', 'https:', 'mailto:'].includes(protocol)
    )
      odd.push(`a link to ${element.href}`);
    if (
      element instanceof HTMLAnchorElement &&
      protocol !== 'mailto:' &&
      origin !== location.origin &&
      element.target !== '_blank'
    )
      odd.push(`a link that leaves the page for ${element.href}`);
    if (
      element instanceof HTMLImageElement &&
      element.src &&
      new URL(element.src).origin !== location.origin &&
      !/^(data|blob):/.test(element.src)
    )
      odd.push(`a picture from ${element.src}`);
    if (element instanceof HTMLFormElement && new URL(element.action).origin !== location.origin)
      odd.push(`a form to ${element.action}`);
  }
  const never = 'base, iframe, object, embed, meta, link, style, math, marquee, portal, video, audio, foreignObject';
  for (const element of document.body.querySelectorAll(`${never}, script:not([src]), animate, set`))
    odd.push(element.outerHTML.slice(0, 200));
  if (document.querySelector('head base') || document.baseURI !== location.href)
    odd.push(`the base is ${document.baseURI}`);
  if (!(document.body instanceof HTMLBodyElement) || typeof document.getElementById !== 'function')
    odd.push('a hidden method');
  if ((location.protocol !== 'about:' && typeof document.cookie !== 'string') || !(window.location instanceof Location))
    odd.push('a hidden property');
  if (document.getElementsByName(named).length > 0 || document.getElementById(named))
    odd.push(`an element named ${named}`);
  if (document.forms.namedItem('body') ?? document.images.namedItem('body')) odd.push('an element named body');
  await new Promise((done) => setTimeout(done, 30));
  return { hits, stopped, odd, text: document.documentElement.textContent ?? '' };
}

export class Eyes {
  readonly page: Page;
  readonly #faults: string[];
  readonly #complaints: string[] = [];
  readonly #url: string;

  private constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
    this.#faults = [];
    page.on('dialog', (dialog) => {
      this.#faults.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => this.#faults.push(`a window: ${popup.url()}`));
    page.on('console', (message) => message.type() === 'error' && this.#complaints.push(message.text()));
    page.on('pageerror', ({ message }) => this.#complaints.push(message));
    page.on('request', (request) => {
      const address = request.url();
      const own = address.startsWith(`${url}/`) || /^(data:image|blob:)/.test(address);
      if (!own || (!request.isNavigationRequest() && address.includes('hostile')))
        this.#faults.push(`a request to ${address}`);
    });
  }

  static async open(context: BrowserContext, url: string): Promise<Eyes> {
    await context.addInitScript(begin);
    return new Eyes(await context.newPage(), url);
  }

  /** Goes to a file by its address: it is saved, or is a picture; never a page. */
  async open(path: string): Promise<void> {
    const saved = this.page.waitForEvent('download').then(() => 'saved');
    const shown = this.page.goto(this.#url + path).then(
      () => this.page.evaluate(() => document.contentType),
      () => saved,
    );
    assert.match(await Promise.race([saved, shown]), /^(saved|image\/(png|gif|jpeg|webp|avif))$/, path);
    saved.catch(() => undefined);
    const { hits } = await this.page.evaluate(() => ({ hits: (window as unknown as Told).hits }));
    assert.deepEqual([hits, this.#faults], [[], []], path);
    // What a broken picture is called by the browser is no fault of ours.
    this.#complaints.length = 0;
  }

  /**
   * Looks at a page when `shown` stands on it (all marks at once, or those that are expected of a list).
   * @throws with everything that was run, asked, stopped or made
   */
  async look(path: string, shown: readonly string[], meanwhile?: (page: Page) => Promise<void>): Promise<void> {
    await this.page.goto(this.#url + path);
    await meanwhile?.(this.page);
    await this.page
      .waitForFunction(
        (marks) => {
          const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
          const text = [document.body.textContent, ...fields].join(' ');
          return marks.every((mark) => text.includes(mark));
        },
        shown,
        { timeout: 10_000 },
      )
      .catch(async () => {
        const text = await this.page.evaluate(() => document.body.textContent);
        const missing = shown.filter((mark) => !text.includes(mark));
        assert.fail(`${path} does not show ${missing.join(' ')}: ${text.slice(0, 3000)}`);
      });
    const { hits, stopped, odd } = await this.page.evaluate(touchAll, clobber);
    assert.deepEqual(
      { ran: hits, stopped, odd, faults: this.#faults, complaints: this.#complaints },
      {
        ran: [],
        stopped: [],
        odd: [],
        faults: [],
        complaints: [],
      },
      path,
    );
  }
}

/** A letter as it is read where there is no policy: what ran, was asked for or made, or is not there to read. */
export async function readMail(page: Page, html: string, shown: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => faults.push(`a request to ${request.url()}`));
  await page.evaluate(begin);
  await page.setContent(html);
  const { hits, odd, text } = await page.evaluate(touchAll, clobber);
  faults.push(...hits.map((hit) => `${hit} ran`), ...odd.filter((each) => !each.startsWith('a link that leaves')));
  return [...faults, ...shown.filter((mark) => !text.includes(mark)).map((mark) => `${mark} is not there`)];
}

/** How many of them run where nobody cares: each as trusting Markdown in a frame of a page without a policy. */
export async function runningFreely(page: Page, all: readonly Hostile[]): Promise<number> {
  const trusting = new MarkdownIt({ html: true, linkify: true });
  trusting.validateLink = () => true;
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.setContent('<title>Nobody cares</title>');
  const hits = await page.evaluate(
    async (pages) => {
      const run: number[] = [];
      Object.assign(window, { hits: run });
      for (const words of pages) {
        const frame = document.createElement('iframe');
        frame.srcdoc = words;
        document.body.append(frame);
        await Promise.race([
          new Promise((done) => frame.addEventListener('load', done)),
          new Promise((done) => setTimeout(done, 100)),
        ]);
        const inside = frame.contentDocument;
        for (const link of inside?.querySelectorAll<HTMLElement>('a, b, button') ?? []) {
          for (const type of ['mouseover', 'focus']) link.dispatchEvent(new Event(type));
          link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        }
        setTimeout(() => frame.remove(), 500);
      }
      await new Promise((done) => setTimeout(done, 600));
      return run;
    },
    all.map(({ words }) => trusting.render(words)),
  );
  return new Set(hits).size;
}
