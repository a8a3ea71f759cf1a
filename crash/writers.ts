// The mixed load: some clients, each going through stories step by step. Every write has its key; only what was answered counts as written.
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import { openClient, type Answer, type Client } from './client.ts';
import type { Company } from './company.ts';
import { hashOf, type Ledger } from './ledger.ts';
import { aboutOf, beginStory, isOver, nameOfStep, nextStep, type Step, type Story } from './stories.ts';

export type Scene = {
  company: Company;
  ledger: Ledger;
  chance: Chance;
  /** The server's clock. */
  now: () => number;
  /** Tells of answers that no step may get. */
  odd: (what: string) => void;
};

export type Writers = {
  begin: () => void;
  /** Lets every client finish what it is at. */
  rest: () => Promise<void>;
  /** Stories that somebody wrote at since they were last taken. */
  takeTouched: () => Story[];
  stories: readonly Story[];
  /** From now on they write to another address. */
  moveTo: (base: () => URL) => void;
  close: () => void;
};

/** A failed call is tried again at once in this share of cases; else it stays unsure until it is looked after. */
const impatience = 0.3;

export function openWriters(scene: Scene, base: () => URL, { clients, rhythm }: { clients: number; rhythm: number }) {
  let address = base;
  let running = false;
  let works: Promise<void>[] = [];
  let names = 0;
  const stories: Story[] = [];
  const touched = new Set<Story>();
  const pens = Array.from({ length: clients }, () => ({
    client: openClient(() => address()),
    open: [] as Story[],
  }));

  const write = async ({ client, open }: (typeof pens)[number]) => {
    const { chance } = scene;
    const free = open.filter((story) => !story.unsure);
    let story = free.length > 3 || chance.happens(0.5) ? free[chance.between(0, free.length - 1)] : undefined;
    if (!story) {
      story = beginStory(chance);
      stories.push(story);
      open.push(story);
    }
    touched.add(story);
    const name = nameOfStep((names += 1), story);
    const at = (minutes: number) => new Date(scene.now() + minutes * 60_000).toISOString();
    const step = nextStep(story, { name, at, company: scene.company });
    if (!step) return void open.splice(open.indexOf(story), 1);
    story.unsure = { step, key: `crash-${names}` };
    let good = await send(scene, client, story);
    while (!good && running && chance.happens(impatience)) good = await send(scene, client, story);
    if (!good) scene.ledger.doubt(`crash-${names}`);
    if (isOver(story) || story.refused) open.splice(open.indexOf(story), 1);
    await pause(good ? chance.between(0, rhythm * 2) : 400);
  };

  const writers: Writers = {
    begin: () => {
      running = true;
      works = pens.map(async (pen) => {
        while (running) await write(pen);
      });
    },
    rest: async () => {
      running = false;
      await Promise.all(works);
    },
    takeTouched: () => {
      const taken = [...touched];
      touched.clear();
      return taken;
    },
    stories,
    moveTo: (to) => (address = to),
    close: () => pens.forEach(({ client }) => client.close()),
  };
  return writers;
}

/** Sends what is unsure in a story; true once it is written down as acknowledged. */
export async function send(scene: Scene, client: Client, story: Story): Promise<boolean> {
  const { unsure } = story;
  if (!unsure) return true;
  const answer = await client.send(callOf(scene, story, unsure));
  if (!answer || answer.status >= 500) return false;
  if (answer.status === 401) {
    await scene.company.signIn();
    return false;
  }
  if (overtaken(answer, unsure.step)) {
    // Time went by while nobody answered: this is a word, too, and it means that nothing was done.
    story.unsure = undefined;
    story.refused = true;
    return true;
  }
  if (answer.status >= 300) {
    // A twin of this write is still under way.
    if (!/"twinRunning"/.test(answer.text))
      scene.odd(`${story.kind}: ${unsure.step.path} ${answer.status} ${answer.text}`);
    return false;
  }
  acknowledge(scene, story, answer);
  return true;
}

/** A promised time that has passed meanwhile, or a delivery that silence has closed. */
const overtaken = ({ status, text }: Answer, { path }: Step): boolean =>
  (status === 422 && /"dueInPast"/.test(text)) ||
  (status === 409 && path === '/acceptance' && /"notFromHere"/.test(text));

function acknowledge(scene: Scene, story: Story, answer: Answer): void {
  const { unsure } = story;
  if (!unsure) return;
  const { id } = JSON.parse(answer.text) as { id: string };
  const { method, path, body } = callOf(scene, story, unsure);
  const sent = hashOf(JSON.stringify(body));
  const { status } = answer;
  const entry = { key: unsure.key, by: story[unsure.step.by], method, path, sent, status, id };
  scene.ledger.acknowledge({ ...entry, answer: hashOf(answer.text) });
  story.id ??= id;
  story.written.push({ ...unsure, answer: answer.text });
  story.unsure = undefined;
  story.at = scene.now();
}

/** The call that a step is, the same at each repeat. */
export const callOf = (scene: Scene, story: Story, { step, key }: { step: Step; key: string }) => ({
  method: 'POST',
  path: step.path === '' ? `/api/${aboutOf(story)}` : `/api/${aboutOf(story)}/${story.id}${step.path}`,
  body: step.body,
  cookie: scene.company.cookie[story[step.by]],
  key,
});
