// One person at one browser: their pages, their complaints (console, axe, overflow), and what they do with keys and eyes.
import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Language } from '../contract/shapes.ts';
import type { Route } from '../contract/route.ts';
import { faultsOf } from './accessibility.ts';
import { call, type Sent } from './api.ts';

export type Looks = { width?: number; height?: number; language?: Language; dark?: boolean };
const narrowest = 320;
const lookedAtEnd = new Set<string>();
/** A slow machine is no fault: what never comes is told after so long. */
const patience = 30_000;

export class Visitor {
  readonly name: string;
  readonly context: BrowserContext;
  page: Page;
  /** What went wrong without anybody asking. */
  readonly complaints: string[] = [];
  readonly #url: string;
  readonly #visited = new Set<string>();
  readonly #looked = new Set<string>();
  readonly #allowed: RegExp[] = [];
  #waiting = 0;

  private constructor(name: string, url: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.#url = url;
    this.context = context;
    this.page = page;
    this.#watch(page);
  }

  static async open(browser: Browser, url: string, name: string, looks: Looks = {}): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: looks.width ?? 1280, height: looks.height ?? 860 },
      colorScheme: looks.dark ? 'dark' : 'light',
      // Axe must not meet colours that are half faded in.
      reducedMotion: 'reduce',
      locale: { en: 'en-GB', fi: 'fi-FI', es: 'es-ES', ru: 'ru-RU' }[looks.language ?? 'en'],
      timezoneId: 'Europe/Helsinki',
    });
    context.setDefaultTimeout(patience);
    return new Visitor(name, url, context, await context.newPage());
  }

  /** A console error that matches is part of the story. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** What went wrong in this journey beyond what the story allows. */
  get faults(): string[] {
    return this.complaints.filter((one) => !this.#allowed.some((pattern) => pattern.test(one)));
  }

  /** Another tab of the same person. */
  async tab(): Promise<Page> {
    const page = await this.context.newPage();
    this.#watch(page);
    return page;
  }

  #watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.complaints.push(`page: ${error.message}`));
    const counts = (request: { url: () => string }) => !request.url().includes('/api/events');
    page.on('request', (request) => counts(request) && this.#waiting++);
    page.on('requestfinished', (request) => counts(request) && this.#waiting--);
    page.on('requestfailed', (request) => counts(request) && this.#waiting--);
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && frame.url().startsWith(this.#url)) this.#visited.add(pathOf(frame.url()));
    });
  }

  /** Goes to an address of the company; waits for the page's heading. */
  async go(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Calls the interface as this person, without the browser's page. */
  call<R extends Route>(route: R, sent: Sent<R> = {}) {
    return call(this.context.request, this.#url, route, sent);
  }

  /** Waits until these words stand on the page where they can be seen. */
  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** Waits until something holds. `what` is said when it never does. */
  async until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
    const end = Date.now() + patience;
    while (!(await holds())) {
      assert.ok(Date.now() < end, `${this.name} waited in vain: ${what}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Presses keys one after the other: `keys('Control+k', 'Enter')`. */
  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Lets seconds go by on this page's clock, which `page.clock.install()` has put in place. */
  async passes(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      await this.page.clock.runFor(1000);
      // What the timers asked of the network answers in real time.
      await this.page.waitForTimeout(30);
    }
  }

  /** What the focused element is called. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const at = document.activeElement;
      return (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim();
    });
  }

  /** Presses Tab until something of that name has the focus, as people without a mouse do. */
  async tabTo(name: RegExp, most = 40): Promise<void> {
    for (let pressed = 0; pressed < most; pressed++) {
      await this.keys('Tab');
      if (name.test(await this.focused())) return;
    }
    assert.fail(`${this.name} reached nothing called ${name} with Tab`);
  }

  /** Checks what is on the page now, light and dark: axe, and nothing wider than the window. */
  async look(what = ''): Promise<void> {
    const path = pathOf(this.page.url());
    this.#looked.add(path);
    await this.#settled();
    for (const colorScheme of ['dark', 'light'] as const) {
      await this.page.emulateMedia({ colorScheme });
      const faults = await faultsOf(this.page, colorScheme === 'dark');
      this.complaints.push(...faults.map((fault) => `axe on ${path} ${what} (${colorScheme}): ${fault}`));
    }
    await this.#measure(path);
  }

  /** Waits until every answer that the page asked for has come; the stream of changes never ends. */
  async #settled(): Promise<void> {
    await this.until('the page settles', async () => {
      if (this.#waiting > 0) return false;
      await this.page.waitForTimeout(100);
      return this.#waiting === 0;
    });
  }

  async #measure(path: string): Promise<void> {
    const wider = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wider > 0) this.complaints.push(`${path} is ${wider} px wider than its window`);
  }

  /**
   * At the end of a journey: every page that was visited but not looked at is looked at, and all of them on the narrowest phone. With
   * JOURNEY_LOOKS=once, as in `npm test`, that happens to each kind of page once in all journeys together.
   */
  async lookBack(): Promise<void> {
    const size = this.page.viewportSize();
    for (const path of this.#visited) {
      const kind = path.replaceAll(/[\da-f-]{36}|=[^&]+/g, '');
      if (process.env['JOURNEY_LOOKS'] === 'once' && lookedAtEnd.has(kind)) continue;
      lookedAtEnd.add(kind);
      await this.page.goto(path);
      await this.page.getByRole('heading', { level: 1 }).waitFor();
      await this.#settled();
      if (!this.#looked.has(path)) await this.look('at the end');
      await this.page.setViewportSize({ width: narrowest, height: 700 });
      await this.#measure(`${path} at ${narrowest} px`);
      if (size) await this.page.setViewportSize(size);
    }
  }
}

const pathOf = (url: string) => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};
