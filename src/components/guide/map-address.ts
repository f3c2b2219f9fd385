/** Parameter of the map's address that says where the reader is; without a script the fragment says it. */
export const hereKey = 'at';

/** The step a map's address names: "?at=filtered" or "#step-filtered", the start where it names none. */
export const stepOfMap = (query: URLSearchParams, hash: string): string =>
  query.get(hereKey) ?? /^#step-([a-z0-9-]+)$/.exec(hash)?.[1] ?? 'start';
