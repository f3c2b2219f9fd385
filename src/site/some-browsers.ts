/** Something that only some browsers can, and that the site uses where it is there. */
export interface OfSomeBrowsers {
  /** The name that scripts know it by; src/ asks for it under this name. */
  readonly name: string;
  readonly what: string;
  /** Whether Firefox 153 has it; Chromium 156 has all of them. */
  readonly inFirefox: boolean;
  readonly instead: string;
  /** Asks the browser it runs in. A function of its own, because tests hand it to a page. */
  readonly isThere: () => boolean;
}

/**
 * All of it, for /privacy/ and the README. tests/lockstep/some-browsers.test.ts holds it against what src/ asks for;
 * `npm run firefox` and tests/e2e/shell.spec.ts hold it against the browsers themselves.
 */
export const ofSomeBrowsers: readonly OfSomeBrowsers[] = [
  {
    name: 'showSaveFilePicker',
    what: 'More than 50,000 rows are written straight into a file that you choose',
    inFirefox: false,
    instead: 'they are gathered in memory and saved like a download: the same file, but it takes its size in memory for a moment',
    isThere: () => 'showSaveFilePicker' in globalThis,
  },
  {
    name: 'showOpenFilePicker',
    what: 'A tab can keep the way to the file of its report, if you agree, and read it again after a reload',
    inFirefox: false,
    instead: 'the report comes back, and the file is chosen again for its lists and rows',
    isThere: () => 'showOpenFilePicker' in globalThis,
  },
  {
    name: 'launchQueue',
    what: 'The installed app opens logs from the file manager',
    inFirefox: false,
    instead: 'open the analyzer, then drop or choose the file',
    isThere: () => 'launchQueue' in globalThis,
  },
  {
    name: 'BeforeInstallPromptEvent',
    what: 'The browser offers to install the site as an app',
    inFirefox: false,
    instead: 'the site stays a page, and works without a network all the same',
    isThere: () => 'BeforeInstallPromptEvent' in globalThis,
  },
  {
    name: 'connection',
    what: 'Where you asked the browser to save data, the files of the site are not kept for times without a network',
    inFirefox: false,
    instead: 'they are kept in any case, since the browser does not tell a page; clearing the data of the site takes them away',
    isThere: () => 'connection' in navigator,
  },
  {
    name: 'trustedTypes',
    what: 'No text becomes markup or code (require-trusted-types-for)',
    inFirefox: true,
    instead:
      'the rest of the policy holds: only scripts of this site run, each known by its place or its fingerprint, and none may connect',
    isThere: () => 'trustedTypes' in globalThis,
  },
];

/** One of them as a line, for the README. */
export const lineOf = ({ what, inFirefox, instead }: OfSomeBrowsers): string =>
  `${what}: ${inFirefox ? 'Chromium and Firefox' : 'Chromium'}. Elsewhere ${instead}.`;
