/** `npm run hosts`: writes the files that hosts read (hosts.ts), public/_headers among them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostFiles } from './hosts.ts';

const root = new URL('../../../', import.meta.url);
mkdirSync(new URL('.github/hosts/', root), { recursive: true });
for (const [path, print] of Object.entries(hostFiles)) {
  writeFileSync(new URL(path, root), print());
  console.log(path);
}
