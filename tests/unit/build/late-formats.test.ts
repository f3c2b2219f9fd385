import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lateFormats } from '../../../src/build/late-formats.ts';

const file = 'node_modules/uplot/dist/uPlot.esm.js';
const script = readFileSync(file, 'utf8');
const { transform } = lateFormats();

interface Plot {
  readonly default: { readonly tzDate: (date: Date, zone: string) => Date };
}

const moduleOf = (code: string): Promise<Plot> => import(`data:text/javascript,${encodeURIComponent(code)}`) as Promise<Plot>;

test('no format is made while the script of uPlot is taken, and dates are the same in every zone', async () => {
  const late = transform(script, `/x/${file}`) ?? expect.fail('it was not changed');
  const { NumberFormat, DateTimeFormat } = Intl;
  const made: string[] = [];
  const told = <Made extends object>(kind: Made, name: string): Made =>
    new Proxy(kind, {
      construct: (target, args: unknown[]) => {
        made.push(name);
        return Reflect.construct(target as unknown as new () => object, args) as object;
      },
    });
  Object.assign(Intl, { NumberFormat: told(NumberFormat, 'number'), DateTimeFormat: told(DateTimeFormat, 'time') });
  try {
    const before = await moduleOf(script);
    expect(made).toEqual(['number', 'time']);
    made.length = 0;
    const after = await moduleOf(late);
    expect(made).toEqual([]);
    const zones = ['UTC', DateTimeFormat().resolvedOptions().timeZone, 'America/Los_Angeles', 'Asia/Kolkata'];
    for (const zone of zones) {
      const date = new Date('2026-08-14T13:05:06.789Z');
      expect(+after.default.tzDate(date, zone), zone).toBe(+before.default.tzDate(date, zone));
    }
    expect(made).toContain('time');
  } finally {
    Object.assign(Intl, { NumberFormat, DateTimeFormat });
  }
});

test('it changes no other script, and says when uPlot is another one', () => {
  expect(transform(script, '/x/src/other.ts')).toBeUndefined();
  expect(() => transform(script.replace('const localTz', 'const zone'), `/x/${file}`)).toThrow(/no longer one "const localTz/);
});
