/**
 * Finds a Chromium for the browser tests: Playwright's own, then one of the system (its headless shell first), then what can be
 * installed here (Playwright's download, or apt as root on Debian). Finds a Firefox: one of the system, or Debian's.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Flags that keep a headless Chromium quiet; as root it runs only without its sandbox. */
export const browserArgs: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Kind {
  /** How a message calls it. */
  readonly called: string;
  /** Names of its program, the best first, and places where it is not on the PATH. */
  readonly names: readonly string[];
  readonly usual: readonly string[];
  /** Debian's packages of it, the best first. */
  readonly debian: readonly string[];
  /** The variable that names another one. */
  readonly variable: string;
}

const chromiums: Kind = {
  called: 'Chromium or Google Chrome',
  names: [
    // The engine alone, without windows: the same tests end in three quarters of the time.
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
  ],
  usual: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  debian: ['chromium-headless-shell', 'chromium'],
  variable: 'UNDELIVERED_BROWSER',
};
const firefoxes: Kind = {
  called: 'Firefox',
  names: ['firefox-esr', 'firefox'],
  usual: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  debian: ['firefox-esr'],
  variable: 'UNDELIVERED_FIREFOX',
};

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed({ names, usual }: Kind): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usual].find(executable);
}

const attempt = (command: string, args: readonly string[], timeout: number): void => {
  try {
    execFileSync(command, args, { stdio: 'inherit', timeout, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  } catch {
    console.error(`browser: "${command} ${args.join(' ')}" did not work here`);
  }
};

/** Installs one of Debian's packages where that is possible. @throws Error with what to do when there is none then */
function fromDebian(kind: Kind): string {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', ['update'], 180_000);
    for (const name of kind.debian)
      if (installed(kind) === undefined) attempt('apt-get', ['install', '-y', '--no-install-recommends', name], 600_000);
  }
  const found = installed(kind);
  if (found !== undefined) return found;
  throw new Error(
    `No ${kind.called} was found and none could be installed. Install it, or set ${kind.variable} to its path, and run again.`,
  );
}

/**
 * @returns the path of a Chromium that can be started
 * @throws Error with what to do when there is none and none could be installed
 */
export function findBrowser(): string {
  const own = chromium.executablePath();
  const present = (): string | undefined => (existsSync(own) ? own : installed(chromiums));
  const found = process.env[chromiums.variable] ?? present();
  if (found !== undefined) return found;
  attempt('npx', ['playwright', 'install', 'chromium'], 180_000);
  return present() ?? fromDebian(chromiums);
}

/**
 * @returns the path of a Firefox that can be started
 * @throws Error with what to do when there is none and none could be installed
 */
export const findFirefox = (): string => process.env[firefoxes.variable] ?? installed(firefoxes) ?? fromDebian(firefoxes);
