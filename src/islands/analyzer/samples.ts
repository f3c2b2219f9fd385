/** A made-up log to try, a script of the page's own that is taken while it is idle (parts.ts): nothing is fetched. */
export interface Sample {
  readonly file: string;
  readonly label: string;
  /** Takes its script; the file is made when somebody wants it. */
  readonly take: () => Promise<unknown>;
  readonly load: () => Promise<File>;
}

const texts = import.meta.glob<string>('/public/samples/*.csv', { query: '?raw', import: 'default' });

const labels: Readonly<Record<string, string>> = {
  'trouble.csv': 'Try a log with trouble',
  'healthy.csv': 'Try a healthy log',
};

/** The two logs to try, the telling one first. */
export const samples: readonly Sample[] = Object.entries(labels).flatMap(([file, label]) => {
  const text = texts[`/public/samples/${file}`];
  if (text === undefined) return [];
  return [{ file, label, take: text, load: async () => new File([await text()], file, { type: 'text/csv' }) }];
});
