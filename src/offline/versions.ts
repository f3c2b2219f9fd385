import { places } from '../hand-over/places.ts';
import type { Version } from './version.ts';

/** The names of the caches of one site; several sites can share a host, each below a path of its own. */
export interface CacheNames {
  readonly own: string;
  /** The caches of other versions, the oldest first. */
  readonly others: (all: readonly string[]) => readonly string[];
  /** Those of them whose files came with the same headers. */
  readonly alike: (all: readonly string[]) => readonly string[];
  /** Those made before the own one: a later one may just be filled. */
  readonly earlier: (all: readonly string[]) => readonly string[];
}

/** @param root address of the site, with a "/" at its end */
export function cacheNames(root: URL, { id, headers }: Pick<Version, 'id' | 'headers'>): CacheNames {
  const ofSite = `${places.site.key}:${root.pathname}:`;
  const ofHeaders = `${ofSite}${headers}:`;
  const own = ofHeaders + id;
  const others: CacheNames['others'] = (all) => all.filter((name) => name.startsWith(ofSite) && name !== own);
  return {
    own,
    others,
    alike: (all) => others(all).filter((name) => name.startsWith(ofHeaders)),
    earlier: (all) => others(all.slice(0, Math.max(0, all.indexOf(own)))),
  };
}
