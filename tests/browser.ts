/**
 * Finds a Chromium for the browser tests: Playwright's own, then one of the system (its headless shell first), then what can be
 * installed here (Playwright's download, or apt as root on Debian).
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

// The first is the engine alone, without windows: the same tests end in three quarters of the time.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const installed = (): string | undefined => {
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usual].find(executable);
};

const attempt = (command: string, args: readonly string[], timeout: number): void => {
  try {
    execFileSync(command, args, { stdio: 'inherit', timeout, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  } catch {
    console.error(`browser: "${command} ${args.join(' ')}" did not work here`);
  }
};

/**
 * @returns the path of a Chromium that can be started
 * @throws Error with what to do when there is none and none could be installed
 */
export function findBrowser(): string {
  const present = process.env.UNDELIVERED_BROWSER ?? installed();
  if (present !== undefined) return present;
  attempt('npx', ['playwright', 'install', 'chromium'], 180_000);
  const downloaded = installed();
  if (downloaded !== undefined) return downloaded;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', ['update'], 180_000);
    for (const name of ['chromium-headless-shell', 'chromium'])
      if (installed() === undefined) attempt('apt-get', ['install', '-y', '--no-install-recommends', name], 600_000);
  }
  const last = installed();
  if (last !== undefined) return last;
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium or Google Chrome, or set UNDELIVERED_BROWSER to its path, and run again.',
  );
}
