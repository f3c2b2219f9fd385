import { useRef } from 'preact/hooks';
import type { Report } from '../../analyzer/report/report.ts';
import { FindingCard } from './FindingCard.tsx';
import { counted } from '../kit/figures.ts';
import { shelved } from './shelves.ts';
import { Sentence } from './Sentence.tsx';
import { verdict } from './verdict.ts';
import { useWhilePrinting } from '../kit/while-printing.ts';
import type { WordsOfFindings } from './words-of-findings.ts';

interface Props {
  readonly report: Report;
  readonly words: WordsOfFindings;
  readonly paged: (code: string) => boolean;
  readonly attention: number;
}

/** The findings, ranked; or that there is none. */
export function FixFirst({ report, words, paged, attention }: Props) {
  const { first, more, background } = shelved(report.findings);
  const cards = (findings: Report['findings'], before: number) =>
    findings.map((finding, i) => (
      <FindingCard key={`${finding.id} ${String(before + i)}`} finding={finding} rank={before + i + 1} words={words} paged={paged} />
    ));
  const section = useRef<HTMLElement>(null);
  const unfolded = useRef<readonly HTMLDetailsElement[]>([]);
  useWhilePrinting((printing) => {
    if (printing) unfolded.current = [...(section.current?.querySelectorAll<HTMLDetailsElement>('.more:not([open])') ?? [])];
    for (const details of unfolded.current) details.open = printing;
  });
  const found = verdict(report, attention);
  return (
    <section ref={section} class="fix-first" aria-labelledby="fix-first">
      <h3 id="fix-first">{first.length === 0 ? found.title : 'Fix first'}</h3>
      {first.length === 0 ? (
        <p class={found.healthy ? 'verdict healthy' : 'verdict'}>
          <Sentence pieces={found.text} />
        </p>
      ) : (
        cards(first, 0)
      )}
      {more.length === 0 ? null : (
        <details class="more">
          <summary>{counted(more.length, 'more finding')}</summary>
          {cards(more, first.length)}
        </details>
      )}
      {background.length === 0 ? null : (
        <details class="more">
          <summary>Background: {counted(background.length, 'small thing')}</summary>
          {cards(background, first.length + more.length)}
        </details>
      )}
    </section>
  );
}
