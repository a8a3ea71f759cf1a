// What a journey is: a sentence and a story, told with a house of its own and as many persons as it needs.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { authApi } from '../contract/auth.ts';
import { directoryApi } from '../contract/directory.ts';
import type { Language } from '../contract/shapes.ts';
import type { Databases } from './databases.ts';
import { openHouse, type House } from './house.ts';
import { Visitor, type Looks } from './visitor.ts';

type Options = {
  /** How much faster the clock of the house goes than ours. */
  pace?: number;
  /** The house keeps a PostgreSQL of its own, as an installation does. */
  ownDatabase?: boolean;
  /** Takes minutes, and so begins before the others. */
  long?: boolean;
};
export type Journey = Options & { name: string; story: (scene: Scene) => Promise<void> };

/** `export default [journey('two colleagues take a request to the thanks', async (scene) => { … })]` */
export const journey = (name: string, story: Journey['story'], options: Options = {}): Journey => ({
  name,
  story,
  ...options,
});

export const password = 'a long enough password';

type Member = { name: string; does?: string; language?: Language };
type Given = { people: readonly Member[]; teams?: Record<string, readonly string[]> };

/** The company of a journey: ids by name, and the invitation that each person opens first. */
export type Company = { people: Map<string, string>; teams: Map<string, string> };

export class Scene {
  readonly house: House;
  readonly visitors: Visitor[] = [];
  readonly browser: Browser;
  readonly #invitations = new Map<string, string>();

  constructor(house: House, browser: Browser) {
    this.house = house;
    this.browser = browser;
  }

  /** Somebody nobody knows yet, at a fresh browser. */
  async stranger(name = 'A stranger', looks: Looks = {}): Promise<Visitor> {
    const visitor = await Visitor.open(this.browser, this.house.url, name, looks);
    this.visitors.push(visitor);
    return visitor;
  }

  /** Creates the company, its people and teams through the interface. The first of a team leads it. */
  async company({ people, teams = {} }: Given): Promise<Company> {
    const administrator = await Visitor.open(this.browser, this.house.url, 'The administrator');
    await administrator.call(directoryApi.createCompany, {
      body: {
        name: 'Hotelli Aurinko',
        country: 'FI',
        zone: 'Europe/Helsinki',
        language: 'en',
        administrator: { name: 'Jussi Järvi', email: emailOf('Jussi Järvi'), password },
      },
    });
    const company: Company = { people: new Map(), teams: new Map() };
    for (const { name, does = '', language = 'en' } of people) {
      const body = { name, email: emailOf(name), does, language, place: 'Helsinki', zone: 'Europe/Helsinki' };
      const { id } = await administrator.call(directoryApi.addPerson, { body });
      const { url } = await administrator.call(directoryApi.invitePerson, { params: { id } });
      company.people.set(name, id);
      this.#invitations.set(name, url);
    }
    for (const [name, members] of Object.entries(teams)) {
      const { id } = await administrator.call(directoryApi.createTeam, { body: { name } });
      company.teams.set(name, id);
      for (const member of members)
        await administrator.call(directoryApi.addMember, {
          params: { id, person: company.people.get(member) ?? '' },
          body: { lead: member === members[0] },
        });
    }
    await administrator.context.close();
    return company;
  }

  /** A person of the company at a browser of their own, signed in: the first time by their invitation, later by password. */
  async person(name: string, looks: Looks = {}): Promise<Visitor> {
    const visitor = await this.stranger(name, looks);
    const token = this.#invitations.get(name)?.split('/').at(-1);
    if (token) await visitor.call(authApi.useLink, { params: { token }, body: { password } });
    else await visitor.call(authApi.signIn, { body: { email: emailOf(name), password } });
    this.#invitations.delete(name);
    return visitor;
  }
}

/** "Aino Virtanen" → "aino@example.com" */
export const emailOf = (name: string): string =>
  `${(name.split(' ')[0] ?? '')
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase()}@example.com`;

/** Tells one journey. @returns what went wrong, nothing when it went well */
export async function tell(
  { story, ownDatabase = false, pace = 1 }: Journey,
  browser: Browser,
  databases: Databases,
): Promise<string[]> {
  const database = ownDatabase ? null : await databases.make();
  const house = await openHouse({ pace, ...(database ? { database } : {}) });
  const scene = new Scene(house, browser);
  const faults: string[] = [];
  try {
    await story(scene);
    for (const visitor of scene.visitors) await visitor.lookBack();
  } catch (error) {
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    faults.push(...(await pictures(scene)));
  }
  for (const visitor of scene.visitors) {
    faults.push(...visitor.faults.map((fault) => `${visitor.name}: ${fault}`));
    await visitor.context.close();
  }
  const failed = house
    .log()
    .split('\n')
    .filter((line) => line.includes('a call failed'));
  faults.push(...failed.map((line) => `server: ${line.slice(0, 1500)}`));
  await house.close();
  if (database) await databases.drop(database);
  return faults;
}

/** What each person saw when the story broke off. */
async function pictures(scene: Scene): Promise<string[]> {
  const shots = scene.visitors.map(async ({ name, page }) => {
    const path = `${scene.house.url.split(':').at(-1)}-${name.replaceAll(/\W+/g, '-')}.png`;
    const at = join(tmpdir(), `goodturn-journey-${path}`);
    await page.screenshot({ path: at });
    return `${name} saw ${at} at ${page.url()}`;
  });
  return (await Promise.allSettled(shots)).flatMap((shot) => (shot.status === 'fulfilled' ? shot.value : []));
}
