/**
 * Checks every internal link and fragment of the built site.
 * linkinator exits 0 when it scanned nothing, so a minimum count is part of the check.
 */
import { LinkChecker, LinkState } from 'linkinator';

const minimum = 1500;

const { links, passed } = await new LinkChecker().check({
  path: 'dist',
  recurse: true,
  checkFragments: true,
  // linkinator's own little server resets connections under more load than this.
  concurrency: 10,
  retryErrors: true,
  // http://localhost:4321 is the site's own name in canonical links; tests/e2e/built.spec.ts looks at those.
  linksToSkip: ['^https?://(?!127\\.0\\.0\\.1|localhost:(?!4321))', '^http://localhost:4321', '^mailto:'],
});
const broken = links.filter(({ state }) => state === LinkState.BROKEN);
for (const { url, parent, status } of broken) console.error(`${String(status ?? 'no answer')}  ${url}  linked from ${parent ?? '?'}`);
const checked = links.filter(({ state }) => state === LinkState.OK).length;
console.log(`${String(checked)} links checked, ${String(broken.length)} broken`);
if (checked < minimum) console.error(`fewer than ${String(minimum)} links were found: the check itself is broken`);
process.exit(passed && checked >= minimum ? 0 : 1);
