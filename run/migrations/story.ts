// What people do all day, through HTTP alone, so that it can be told to any release: ask, greet, write, promise, deliver, thank, and read the lists.

/** One call of one person, whose cookies are kept. */
export type Visitor = (method: string, path: string, body?: object) => Promise<{ status: number; body: unknown }>;
export type House = { boss: Visitor; mika: Visitor; team: string };

/** A call that must succeed. @throws with what was answered */
async function must(visitor: Visitor, method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await visitor(method, path, body);
  if (answer.status >= 300)
    throw new Error(
      `${method} ${path.replaceAll(/[\w-]{30,}/g, '…')} answered ${answer.status}: ${JSON.stringify(answer.body)}`,
    );
  return answer.body as Record<string, unknown>;
}

/** A company of two with a team. */
export async function found(open: () => Visitor): Promise<House> {
  const [boss, mika] = [open(), open()];
  const password = 'a long enough password';
  const administrator = { name: 'Jussi Boss', email: 'jussi@example.com', password };
  const company = { name: 'Aurinko', country: 'FI', zone: 'Europe/Helsinki', language: 'en', administrator };
  await must(boss, 'POST', '/api/company', company);
  const team = String((await must(boss, 'POST', '/api/teams', { name: 'IT' }))['id']);
  const person = await must(boss, 'POST', '/api/people', { name: 'Mika Korhonen', email: 'mika@example.com' });
  const { url } = await must(boss, 'POST', `/api/people/${person['id']}/invitation`);
  await must(mika, 'POST', `/api/links/${String(url).split('/').at(-1)}/use`, { password });
  await must(boss, 'PUT', `/api/teams/${team}/members/${person['id']}`, { lead: true });
  return { boss, mika, team };
}

/** From the ask to the thanks. @throws when a step does not succeed or a list lacks what was done. @returns how many calls it took */
export async function tell({ boss, mika, team }: House, now: Date): Promise<number> {
  let calls = 0;
  const does = (visitor: Visitor, method: string, path: string, body?: object) => {
    calls += 1;
    return must(visitor, method, path, body);
  };
  const asked = await does(boss, 'POST', '/api/requests', { title: 'The projector shows only green', team });
  const at = `/api/requests/${asked['id']}`;
  const lists = async (visitor: Visitor, path: string) => {
    const { items } = await does(visitor, 'GET', path);
    if (!JSON.stringify(items).includes(String(asked['id']))) throw new Error(`${path} does not list the request`);
  };
  await lists(mika, `/api/teams/${team}/queue`);
  await does(mika, 'POST', `${at}/greeting`, { words: 'Good morning!' });
  await does(mika, 'POST', `${at}/messages`, { body: 'Is it the one on the second floor?' });
  await does(boss, 'GET', `${at}/messages`);
  const due = new Date(now.getTime() + 24 * 3_600_000).toISOString();
  await does(mika, 'POST', `${at}/promise`, { deliverable: 'A working projector', due });
  await does(mika, 'GET', '/api/today');
  await does(mika, 'POST', `${at}/delivery`, { done: 'Changed the cable' });
  await does(boss, 'GET', '/api/notices');
  await does(boss, 'POST', `${at}/acceptance`, { thanks: 'Thank you!' });
  await lists(boss, '/api/requests');
  await does(boss, 'GET', '/api/search?q=projector');
  for (const path of ['/api/session', '/api/company', '/api/people', `/api/teams/${team}`])
    await does(mika, 'GET', path);
  const { state } = await does(mika, 'GET', at);
  if (state !== 'closed') throw new Error(`in the end it is ${String(state)}`);
  return calls;
}
