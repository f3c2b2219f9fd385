import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  /** Whether an earlier report is still there. */
  readonly kept: boolean;
  readonly children: ComponentChildren;
}

/** Why there is no new report. Takes the focus, so that it is heard and seen. */
export function Problem({ title, kept, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section class="card problem" aria-labelledby="problem">
      <h2 id="problem" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {children}
      {kept ? <p class="soft">The report below is still the one from before.</p> : null}
    </section>
  );
}
