import { useSignal } from '@preact/signals';
import type { ComponentChildren, CSSProperties } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly children: ComponentChildren;
}

/** What fades at the edge behind which there is more, in the colour of the page; said here, since the stylesheet stands at its budget. */
const edge: CSSProperties = {
  position: 'absolute',
  inset: '0 0 0 auto',
  width: '1.75rem',
  paddingTop: 'var(--s2)',
  textAlign: 'right',
  fontWeight: 700,
  background: 'linear-gradient(to right, transparent, var(--paper) 60%)',
  pointerEvents: 'none',
};

/** A box that scrolls sideways where its content is wider, and shows that there is more to the right while there is. */
export function Sideways({ children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const hasMore = useSignal(false);
  const look = (): void => {
    const { current } = box;
    if (current !== null) hasMore.value = current.scrollWidth - current.clientWidth - current.scrollLeft > 4;
  };
  useEffect(() => {
    const watch = new ResizeObserver(look);
    if (box.current !== null) watch.observe(box.current);
    return () => {
      watch.disconnect();
    };
  }, []);
  // The content may have become wider.
  useEffect(look);
  return (
    <div style={{ position: 'relative' }}>
      <div class="scroll" ref={box} onScroll={look}>
        {children}
      </div>
      {hasMore.value ? (
        <div aria-hidden="true" class="no-print" style={edge}>
          →
        </div>
      ) : null}
    </div>
  );
}
