/**
 * Checks every internal link and fragment of the built site.
 * linkinator exits 0 when it scanned nothing, so a minimum count is part of the check.
 */
import { LinkChecker, LinkState } from 'linkinator';

const minimum = 200;
const base = process.env.BASE_PATH ?? '';

const { links, passed } = await new LinkChecker().check({
  path: base === '' ? 'dist' : `dist${base}`,
  serverRoot: 'dist',
  recurse: true,
  checkFragments: true,
  linksToSkip: ['^https://', '^mailto:'],
});
const broken = links.filter(({ state }) => state === LinkState.BROKEN);
for (const { url, parent, status } of broken) console.error(`${String(status ?? 'no answer')}  ${url}  linked from ${parent ?? '?'}`);
const checked = links.filter(({ state }) => state === LinkState.OK).length;
console.log(`${String(checked)} links checked, ${String(broken.length)} broken`);
if (checked < minimum) console.error(`fewer than ${String(minimum)} links were found: the check itself is broken`);
process.exit(passed && checked >= minimum ? 0 : 1);
