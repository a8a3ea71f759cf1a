// Every setting of a Goodturn process: its flag, its variable, its default, what --help says and what is wrong with a bad one.
// What the settings lead to (a database, a listener) lives in main.ts.
import ipaddr from 'ipaddr.js';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export type Config = {
  port: number;
  host: string;
  /** The folder of the built-in database. */
  data: string;
  /** Another PostgreSQL instead of the built-in one. */
  databaseUrl: string | undefined;
  demo: boolean;
  only: 'web' | 'jobs' | undefined;
  /** An S3-compatible store for files; undefined when the database keeps them. */
  files: { bucketUrl: string; region: string; accessKeyId: string; secretAccessKey: string } | undefined;
  /** The origin that people see, without a slash at the end; undefined when it is the listening address. */
  publicUrl: string | undefined;
  /** The server that takes our mail, when the environment names one. */
  mailServer: MailServer | undefined;
  /** Addresses and networks that webhooks may reach though they are not public. */
  webhookAllow: string[];
};

export type MailServer = {
  host: string;
  port: number;
  tls: 'implicit' | 'starttls' | 'none';
  username: string;
  password: string;
  fromName: string;
  fromAddress: string;
};

/** Something that whoever starts the program must mend: one sentence, exit code 2. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}

type Setting = { flag?: string; takes?: string; variable?: string; fallback: string; says: string };

const root = process.getuid?.() === 0;
const ownData = root ? '/var/lib/goodturn' : join(import.meta.dirname, '../../data');

const settings = {
  port: {
    flag: 'port',
    takes: 'number',
    variable: 'PORT',
    fallback: '3000',
    says: 'the port to listen on; 0 takes a free one',
  },
  host: { flag: 'host', takes: 'address', fallback: '127.0.0.1', says: 'the address to listen on; 0.0.0.0 for all' },
  data: {
    flag: 'data',
    takes: 'folder',
    variable: 'GOODTURN_DATA',
    fallback: ownData,
    says: 'where the built-in database lives',
  },
  demo: { flag: 'demo', fallback: 'off', says: 'start with the sample company, on a fresh data folder' },
  only: {
    flag: 'only',
    takes: 'web|jobs',
    fallback: 'both',
    says: 'run only the web or only the jobs, beside other processes',
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    fallback: 'the built-in one',
    says: 'a PostgreSQL 18 of your own: postgres://user:password@host/name',
  },
  files: {
    variable: 'FILES_URL',
    fallback: 'the database',
    says: 'an S3-compatible store for attached files: https://key:secret@host/bucket?region=name',
  },
  publicUrl: {
    variable: 'PUBLIC_URL',
    fallback: 'the listening address',
    says: 'the address that people see: https://help.example.com',
  },
  webhookAllow: {
    variable: 'GOODTURN_WEBHOOK_ALLOW',
    fallback: 'none',
    says: 'networks inside that webhooks may reach: 10.1.2.3,10.2.0.0/16',
  },
  smtpUrl: {
    variable: 'GOODTURN_SMTP_URL',
    fallback: 'set in the app',
    says: 'the server that takes our mail: smtps://user:password@host (TLS), smtp://host:587 (STARTTLS), smtp://host:25?tls=none',
  },
  mailFrom: {
    variable: 'GOODTURN_MAIL_FROM',
    fallback: 'set in the app',
    says: 'whom our mail is from: Goodturn <goodturn@example.com>; needed with GOODTURN_SMTP_URL',
  },
} satisfies Record<string, Setting>;

type Name = keyof typeof settings;

/** @returns the settings, or 'help' when help was asked for. @throws CannotStart with one sentence for a bad setting. */
export function readConfig(args: readonly string[], variables: Record<string, string | undefined>): Config | 'help' {
  const flags = readFlags(args);
  if (flags.has('help')) return 'help';
  const given = (name: Name): string | undefined => {
    const { flag, variable }: Setting = settings[name];
    const fromFlag = flag === undefined ? undefined : flags.get(flag);
    return fromFlag ?? (variable === undefined ? undefined : variables[variable]?.trim() || undefined);
  };
  return {
    port: readPort(given('port') ?? settings.port.fallback),
    host: given('host') ?? settings.host.fallback,
    data: given('data') ?? settings.data.fallback,
    databaseUrl: readDatabaseUrl(given('databaseUrl')),
    demo: flags.has('demo'),
    only: readOnly(given('only')),
    files: readFiles(given('files')),
    publicUrl: readPublicUrl(given('publicUrl')),
    webhookAllow: readNetworks(given('webhookAllow')),
    mailServer: readMailServer(given('smtpUrl'), given('mailFrom')),
  };
}

export function help(): string {
  const rows = Object.values(settings).map((setting: Setting) => {
    const flag = setting.flag && `--${setting.flag}${setting.takes ? ` <${setting.takes}>` : ''}`;
    return {
      name: [flag, setting.variable].filter(Boolean).join(', '),
      text: `${setting.says} (default: ${setting.fallback})`,
    };
  });
  const width = Math.max(...rows.map((row) => row.name.length)) + 3;
  return [
    'Goodturn: colleagues ask, promise, deliver and thank.',
    '',
    'npm start -- [settings]      all optional; a flag wins over a variable of the environment',
    '',
    ...rows.map((row) => `  ${row.name.padEnd(width)}${row.text}`),
    `  ${'--help'.padEnd(width)}this page`,
  ].join('\n');
}

function readFlags(args: readonly string[]): Map<string, string> {
  const known = Object.values(settings).filter((setting: Setting): setting is Setting & { flag: string } =>
    Boolean(setting.flag),
  );
  const options = Object.fromEntries([
    ...known.map(({ flag, takes }) => [flag, { type: takes ? 'string' : 'boolean' }] as const),
    ['help', { type: 'boolean', short: 'h' }] as const,
  ]) as Record<string, { type: 'string' | 'boolean'; short?: string }>;
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const flags = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') throw new CannotStart(`"${token.value}" is not a setting; --help lists them.`);
    const option = options[token.name];
    if (!option) throw new CannotStart(`${token.rawName} is not a setting; --help lists them.`);
    if (option.type === 'string' && !token.value)
      throw new CannotStart(`${token.rawName} needs a value; --help shows which.`);
    if (option.type === 'boolean' && token.value !== undefined)
      throw new CannotStart(`${token.rawName} takes no value.`);
    flags.set(token.name, token.value ?? '');
  }
  return flags;
}

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new CannotStart(`The port must be a number from 0 to 65535, and "${text}" is not.`);
}

function readOnly(text: string | undefined): Config['only'] {
  if (text === undefined || text === 'web' || text === 'jobs') return text;
  throw new CannotStart(`--only takes "web" or "jobs", and "${text}" is neither.`);
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined || /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new CannotStart(
    'DATABASE_URL must be the address of a PostgreSQL, like postgres://user:password@host:5432/name.',
  );
}

/** Its address may be a private one: whoever sets the environment decides. */
function readFiles(text: string | undefined): Config['files'] {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.username && url.password && /^\/[^/]+\/?$/.test(url.pathname)) {
    return {
      bucketUrl: url.origin + url.pathname.replace(/\/$/, ''),
      region: url.searchParams.get('region') ?? 'us-east-1',
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
    };
  }
  throw new CannotStart(
    'FILES_URL must be an address with key, secret and bucket, like https://key:secret@host/bucket?region=eu-north-1 (a / in the secret is written %2F).',
  );
}

function readNetworks(text = ''): string[] {
  const networks = text.split(/[\s,]+/).filter(Boolean);
  const odd = networks.find((each) => !(each.includes('/') ? ipaddr.isValidCIDR(each) : ipaddr.isValid(each)));
  if (odd === undefined) return networks;
  throw new CannotStart(
    `GOODTURN_WEBHOOK_ALLOW takes addresses and networks like 10.2.0.0/16, and "${odd}" is neither.`,
  );
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash) return url.origin;
  throw new CannotStart(
    `PUBLIC_URL must be an address without a path, like https://help.example.com, and "${text}" is not.`,
  );
}

function readMailServer(address: string | undefined, from: string | undefined): MailServer | undefined {
  if (address === undefined) return undefined;
  const url = URL.parse(address);
  const tls = url?.searchParams.get('tls') ?? 'starttls';
  // Whatever is wrong with it is not said back: there may be a password in it.
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^(starttls|none)$/.test(tls))
    throw new CannotStart('GOODTURN_SMTP_URL must be an address like smtps://user:password@smtp.example.com.');
  const [before, written = from ?? ''] = /^([^<>\r\n]*)<([^<>]*)>$/.exec(from?.trim() ?? '')?.slice(1) ?? [];
  const name = /^"?([^"]*)"?$/.exec(before?.trim() ?? '')?.[1]?.trim();
  const fromAddress = /^[^\s<>@]+@[^\s<>@]+$/.exec(written.trim())?.[0] ?? '';
  if (fromAddress === '' || name === undefined)
    throw new CannotStart('GOODTURN_MAIL_FROM must say whom our mail is from, like Goodturn <goodturn@example.com>.');
  const implicit = url.protocol === 'smtps:';
  return {
    host: url.hostname.replaceAll(/^\[|\]$/g, ''),
    port: Number(url.port) || (implicit ? 465 : 587),
    tls: implicit ? 'implicit' : tls === 'none' ? 'none' : 'starttls',
    username: decoded(url.username),
    password: decoded(url.password),
    fromName: name || 'Goodturn',
    fromAddress,
  };
}

/** A part of an address as it was meant; a percent sign of its own is left alone. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
