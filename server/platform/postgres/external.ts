// A PostgreSQL of one's own (DATABASE_URL): is it there, new enough, and does it keep what it confirms?
import { Client } from 'pg';
import { CannotStart } from '../config.ts';
import { major } from './binaries.ts';

/** @throws CannotStart with the sentence for whoever set DATABASE_URL. */
export async function checkExternal(connectionString: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new CannotStart(`The PostgreSQL of DATABASE_URL cannot be reached: ${sentenceOf(error)}.`);
  }
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('server_version_num', 'fsync', 'full_page_writes', 'synchronous_commit')`,
    );
    const refusal = whyNot(Object.fromEntries(rows.map(({ name, setting }) => [name, setting])));
    if (refusal) throw new CannotStart(refusal);
  } finally {
    await client.end();
  }
}

/** @returns what is wrong with a server of these settings, if anything. */
export function whyNot(settings: Record<string, string | undefined>): string | undefined {
  const version = Math.floor(Number(settings.server_version_num) / 10_000);
  if (version < major)
    return `The PostgreSQL of DATABASE_URL has version ${version}, and Goodturn needs ${major} or newer.`;
  const off = ['fsync', 'full_page_writes', 'synchronous_commit'].filter((name) => settings[name] === 'off');
  if (off.length === 0) return undefined;
  const [are, them] = off.length > 1 ? ['are', 'them'] : ['is', 'it'];
  const named = new Intl.ListFormat('en').format(off);
  return `The PostgreSQL of DATABASE_URL may lose what it has confirmed, because ${named} ${are} off; turn ${them} on and start again.`;
}

function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((one: Error) => one.message).join(', ');
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}
