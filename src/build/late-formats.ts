/**
 * What uPlot makes as its script is taken, and where it asks for it: the first use of `Intl` takes a browser tens of milliseconds, which a
 * page that waits for a log should not spend. Made when it is first asked for instead.
 */
const changes: readonly (readonly [as: string, instead: string])[] = [
  [
    "const numFormatter = new Intl.NumberFormat(domEnv ? nav.language : 'en-US');",
    "let madeFormatter; const numFormatter = { format: (value) => (madeFormatter ??= new Intl.NumberFormat(domEnv ? nav.language : 'en-US')).format(value) };",
  ],
  [
    'const localTz = new Intl.DateTimeFormat().resolvedOptions().timeZone;',
    'let madeZone; const localTz = () => (madeZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone);',
  ],
  ['tz == localTz', 'tz == localTz()'],
];

/** @throws Error when uPlot's script is not the one that this was written for */
export const lateFormats = () => ({
  name: 'late-formats',
  transform: (code: string, id: string): string | undefined => {
    if (!/uplot[\\/]dist[\\/]uPlot\.esm\.js$/.test(id)) return undefined;
    return changes.reduce((so, [as, instead]) => {
      if (so.split(as).length !== 2) throw new Error(`late-formats: uPlot's script has no longer one "${as}"; see what it has instead`);
      return so.replace(as, instead);
    }, code);
  },
});
