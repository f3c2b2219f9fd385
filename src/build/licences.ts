/** `npm run licences`: writes THIRD-PARTY.md from package-lock.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { thirdParty, type Lock } from './third-party.ts';

const at = (name: string): URL => new URL(`../../${name}`, import.meta.url);

writeFileSync(at('THIRD-PARTY.md'), thirdParty(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as Lock));
