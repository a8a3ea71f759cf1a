// For tests of the whole: everything that somebody can get to read, by every GET operation there is, by errors, and by the stream of events.
import type { Caller, Cast } from './cast.ts';
import type { Operation } from './things.ts';

/** What there is in a company, to ask for one by one. */
export type Known = {
  requests: readonly string[];
  people: readonly string[];
  teams: readonly string[];
  words: readonly string[];
  /** Whole searches, as they are typed. */
  searches?: readonly string[];
  /** Those of `words` that stand in articles and in ideas, where one may look for them. */
  wordsOf?: Partial<Record<'articles' | 'ideas', readonly string[]>>;
  articles?: readonly string[];
  files?: readonly string[];
  services?: readonly string[];
  appointments?: readonly string[];
  ideas?: readonly string[];
  goals?: readonly string[];
  promises?: readonly string[];
};
export type View = { who: Caller; from: string; text: string };

type Kind = Exclude<keyof Known, 'wordsOf' | 'searches'>;
const kinds: Record<string, Kind> = {
  requests: 'requests',
  people: 'people',
  teams: 'teams',
  articles: 'articles',
  attachments: 'files',
  services: 'services',
  appointments: 'appointments',
  ideas: 'ideas',
  goals: 'goals',
  promises: 'promises',
};
const queries: Record<string, readonly string[]> = {
  listGoals: ['', '?archived=true'],
  listServices: ['', '?archived=true', '?q=kanari'],
  listTokens: ['', '?everybody=true'],
  listWebhooks: ['', '?everybody=true'],
  listAudit: ['?limit=100', '?limit=7'],
  listPeople: ['?active=any', '?active=false', '?limit=7'],
  listTeams: ['?archived=true', '?mine=true'],
  listRequests: [
    '',
    '?role=asked',
    '?role=serving',
    '?role=following',
    '?open=true',
    '?open=false',
    '?limit=7',
    '?today=unanswered',
  ],
  getQueue: ['unanswered', 'promised', 'atRisk', 'waiting', 'delivered', 'ended'].map((part) => `?part=${part}`),
  listMessages: ['?limit=100', '?limit=9'],
  listAppointments: ['', '?when=over', '?limit=1'],
  listNotices: ['?limit=100', '?unread=true'],
  getAttachment: ['', '?inline=true'],
  listIdeas: ['', '?limit=2', '?mine=true', '?state=decided'],
  listArticles: ['', '?state=draft', '?state=archived', '?limit=2'],
  search: ['is:open', 'is:ended', 'is:private', 'has:file'].map((q) => `?limit=50&q=${q}`),
  exportRequests: ['?format=csv', '?format=xlsx'],
  exportTeamReport: ['?format=csv', '?format=xlsx'],
  listPromises: ['', '?side=given', '?state=ended', '?side=given&state=ended', '?limit=2'],
  listDueChoices: ['?at=2026-12-24T10:00:00Z'],
};

/** Operations that look for words: where the words go, and in what alone they are looked for. */
const searches: Record<string, { by: string; in?: 'articles' | 'ideas' }> = {
  search: { by: 'q' },
  listArticles: { by: 'q', in: 'articles' },
  listIdeas: { by: 'q', in: 'ideas' },
  suggestArticles: { by: 'words', in: 'articles' },
};

/** The addresses of an operation for all that there is. */
function addressesOf({ id, route }: Operation, known: Known): string[] {
  const things = route.path.includes('{') ? (known[kinds[route.path.split('/')[2] ?? ''] ?? 'words'] ?? []) : [''];
  const search = searches[id];
  const words = (search?.in && known.wordsOf?.[search.in]) ?? known.words;
  const sought = search ? words.map((word) => `?${search.by}=${word.slice(0, -3)}`) : [];
  const typed = id === 'search' ? (known.searches ?? []).map((q) => `?q=${encodeURIComponent(q)}`) : [];
  const asked = [...(queries[id] ?? (search ? [] : [''])), ...sought, ...typed];
  const path = route.path.replace('{number}', '1');
  return things.flatMap((thing) => asked.map((query) => path.replaceAll(/\{\w+\}/g, thing) + query));
}

const textOf = ({ text, headers: { date: _date, ...headers } }: { text: string; headers: Record<string, unknown> }) =>
  `${JSON.stringify(headers)}\n${text}`;

/** Everything that `who` gets from reading, page by page. */
export async function readAll(cast: Cast, who: Caller, known: Known): Promise<View[]> {
  const views: View[] = [];
  for (const operation of cast.served.flat()) {
    const { method, produces } = operation.route;
    if (method !== 'GET' || produces === 'text/event-stream') continue;
    for (const address of addressesOf(operation, known)) {
      for (let from = address; from;) {
        const answer = await cast.as(who, 'GET', from);
        views.push({ who, from, text: textOf(answer) });
        const next = answer.body['next'] as string | undefined;
        from = next ? `${address}${address.includes('?') ? '&' : '?'}cursor=${next}` : '';
      }
    }
  }
  return views;
}

/** What `who` is told when every write on every request is refused, because what they saw is long out of date or said wrongly. */
export async function readRefusals(cast: Cast, who: Caller, known: Known): Promise<View[]> {
  const views: View[] = [];
  for (const { route } of cast.served.flat()) {
    if (route.method === 'GET' || !route.path.startsWith('/api/requests/{id}') || !route.body) continue;
    for (const request of known.requests) {
      const from = route.path.replace('{id}', request);
      const answer = await cast.as(who, route.method, from, {
        body: { due: 7, kind: 7, reason: 7, words: 7 },
        headers: { 'if-match': '"9999"' },
      });
      if (answer.status < 400) throw new Error(`${from} was meant to be refused.`);
      views.push({ who, from: `${route.method} ${from}`, text: textOf(answer) });
    }
  }
  return views;
}

/** `heard` waits until the words have come, or the stream has ended. */
export type Stream = { who: Caller; text: string; heard: (words: string) => Promise<void>; close: () => void };

/** Follows the events as `who`, from the event named or from now on. */
export async function follow(cast: Cast, address: string, who: Caller, after?: string): Promise<Stream> {
  const abort = new AbortController();
  const answer = await fetch(`${address}/api/events`, {
    headers: { cookie: cast.cookie[who], ...(after === undefined ? {} : { 'last-event-id': after }) },
    signal: abort.signal,
  });
  const waiting = new Set<() => void>();
  const stream: Stream = {
    who,
    text: `${answer.status}\n`,
    heard: (words) =>
      new Promise((done) => {
        const look = () => {
          if (!stream.text.includes(words) && !stream.text.includes('event: ended')) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        look();
      }),
    close: () => abort.abort(),
  };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      stream.text += decoder.decode(chunk as Uint8Array, { stream: true });
      for (const look of waiting) look();
    }
  })().catch(() => undefined);
  await stream.heard(answer.status === 200 ? 'retry' : '\n');
  return stream;
}

/** What a stream told of, line by line; after the milestone if it is there. */
export const toldBy = ({ text }: Stream, milestone: string): string[] =>
  (text.split(milestone).at(-1) ?? '').split('\n').filter((line) => line.startsWith('data: {"'));

/** Something that everybody signed in hears of: its id, and the event from which what comes after it can be told again. */
export async function milestone(
  cast: Cast,
  streams: readonly Stream[],
  name: string,
): Promise<{ id: string; event: string }> {
  const made = await cast.as('administrator', 'POST', '/api/teams', { body: { name } });
  const id = String(made.body['id']);
  const open = streams.filter(({ text }) => text.startsWith('200'));
  await Promise.all(open.map(({ heard }) => heard(id)));
  const before = open[0]?.text.split(id)[0] ?? '';
  return { id, event: [...before.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1] ?? '' };
}
