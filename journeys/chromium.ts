// The browser of the journeys: where it is, how it comes to a bare Debian, and how it is opened. No story lives here.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const variables = ['CHROMIUM_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'PLAYWRIGHT_CHROMIUM_PATH', 'CHROME_PATH'];
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @returns the path of a Chromium, if there is one: named in the environment, the system's, or Playwright's own. */
export function findChromium(): string | undefined {
  const named = variables.flatMap((name) => process.env[name] || []);
  const folders = ['/usr/bin', '/usr/local/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const system = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...named, ...system, ...fromPlaywright()].find((path) => existsSync(path));
}

function fromPlaywright(): string[] {
  const given = process.env.PLAYWRIGHT_BROWSERS_PATH;
  const cache = given && given !== '0' ? given : join(homedir(), '.cache/ms-playwright');
  return globSync(join(cache, 'chromium*/chrome-*/{chrome,headless_shell,chrome-headless-shell}'))
    .toSorted()
    .toReversed();
}

/** Finds Chromium, and installs Debian's where none is and root may. @throws an error that says what to do. */
export function provideChromium(): string {
  const found = findChromium() ?? (mayInstall() ? install() : undefined);
  if (found) return found;
  throw new Error(
    'The journeys need Chromium, and none was found: run "apt-get install chromium" as root, ' +
      'or "npx playwright-core install --with-deps chromium", or name one with CHROMIUM_PATH=/path/to/chromium.',
  );
}

/** A headless browser; whoever opens it closes it. */
export function openChromium(): Promise<Browser> {
  // Containers give little shared memory, and root may not use Chromium's sandbox.
  const args = ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath: provideChromium(), args });
}

const mayInstall = () =>
  process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && /debian/.test(readFileSync('/etc/os-release', 'utf8'));

function install(): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    console.error(`apt-get ${args.join(' ')} …`);
    if (spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 2, 2] }).status !== 0) break;
  }
  return findChromium();
}

if (import.meta.main) {
  try {
    console.log(provideChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
