/** Places of a sum in base64: 72 bits tell the files of two versions apart; a list of whole sums would be three times as large. */
export const SUM_PLACES = 12;

/** Headers that speak of the bytes as they travelled, and one that would make the browser compare requests. */
const OF_THE_WAY = ['content-encoding', 'content-length', 'vary'];

/** The first places of the SHA-256 of a body in base64. */
async function sumOf(response: Response): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
  return btoa(String.fromCharCode(...sum)).slice(0, SUM_PLACES);
}

const has = async (response: Response, sum: string): Promise<boolean> => (await sumOf(response.clone())) === sum;

/**
 * A file as an earlier version has it.
 *
 * @returns `undefined` where none has it with this sum
 */
export async function takeFromEarlier(
  earlier: readonly Pick<Cache, 'match'>[],
  address: string,
  sum: string,
): Promise<Response | undefined> {
  for (const cache of earlier) {
    const kept = await cache.match(address);
    if (kept !== undefined && (await has(kept, sum))) return kept;
  }
  return undefined;
}

/**
 * A file from the site. Its sum is compared: while a newer version is put up, files of two would come together. Redirects are
 * followed on this host only; an answer that came by one is made anew, because a browser refuses it for a page. The page for wrong
 * addresses may come with the status of such a page, and is kept as a file all the same.
 *
 * @returns rejects without a connection, and when the file is not there or has another sum
 */
export async function takeFromSite(address: string, sum: string): Promise<Response> {
  const answer = await fetch(address, { mode: 'same-origin', cache: 'no-cache', priority: 'low' });
  if (!(await has(answer, sum))) throw new Error(`${address} is not the file of this version. The next page that is opened tries again.`);
  const headers = new Headers(answer.headers);
  for (const name of OF_THE_WAY) headers.delete(name);
  return new Response(answer.body, { headers });
}
