/**
 * `npm run new -- finding ID` and `npm run new -- format FOLDER/ID`: writes the files that a new one of the kind needs, with what is
 * left to write marked TODO, and says what else to touch. Nothing that is there is overwritten.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NewFiles } from './files.ts';
import { findingFiles } from './finding.ts';
import { formatFiles } from './format.ts';

const usage = `Usage: npm run new -- finding ID          such as trial-or-test
       npm run new -- format FOLDER/ID    such as rest/rest-xml; the folder is one of src/analyzer/formats/
`;

/** The files asked for, or `undefined` where the words name none. */
function asked([kind, name]: readonly string[]): NewFiles | undefined {
  if (kind === 'finding' && name !== undefined && /^[a-z][a-z-]*[a-z]$/.test(name)) return findingFiles(name);
  const [, folder, id] = /^([a-z-]+)\/([a-z][a-z0-9-]*)$/.exec(name ?? '') ?? [];
  return kind === 'format' && folder !== undefined && id !== undefined ? formatFiles(folder, id) : undefined;
}

if (import.meta.main) {
  const found = asked(process.argv.slice(2));
  if (found === undefined) {
    process.stderr.write(usage);
    process.exit(2);
  }
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const there = Object.keys(found.files).filter((path) => existsSync(root + path));
  if (there.length > 0) {
    process.stderr.write(`Nothing was written: ${there.join(', ')} ${there.length === 1 ? 'is' : 'are'} there already.\n`);
    process.exit(2);
  }
  for (const [path, text] of Object.entries(found.files)) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, text);
    console.log(`wrote ${path}`);
  }
  console.log(`\nThen:\n${found.then.map((line) => `  ${line}`).join('\n')}`);
}
