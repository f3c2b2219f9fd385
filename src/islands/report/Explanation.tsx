import { useEffect, useRef } from 'preact/hooks';

/** The part of a finding's article that cards repeat. */
export const explanationClass = 'explanation';

/** What is written about a finding further down the page, repeated in its card: a copy of the page's own nodes. */
export function Explanation({ id }: { readonly id: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const written = document.getElementById(id)?.querySelector(`.${explanationClass}`);
    if (written instanceof Node) place.current?.replaceChildren(written.cloneNode(true));
  }, [id]);
  return <div ref={place} />;
}
