import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hostFiles } from '../../src/build/hosts/hosts.ts';

test.each(Object.entries(hostFiles))('%s is what the table of headers says; "npm run hosts" writes it anew', (path, print) => {
  const file = new URL(`../../${path}`, import.meta.url);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : 'not there').toBe(print());
});
