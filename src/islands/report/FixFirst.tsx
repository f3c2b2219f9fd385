import { useSignal } from '@preact/signals';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { Finding, Report } from '../../analyzer/report/report.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { Filters } from '../filter/Only.tsx';
import { counted } from '../kit/figures.ts';
import { useWhilePrinting } from '../kit/while-printing.ts';
import { FindingCard } from './FindingCard.tsx';
import { FindingRow } from './FindingRow.tsx';
import { Sentence } from './Sentence.tsx';
import { shelved } from './shelves.ts';
import { judgedOn, verdict } from '../../analyzer/write/verdict.ts';
import type { WordsOfFindings } from './words-of-findings.ts';

interface Props {
  readonly report: Report;
  readonly words: WordsOfFindings;
  readonly paged: (code: string) => boolean;
  readonly knowledge: Knowledge;
}

const columns = ['Messages', 'Could have arrived', 'Since', 'Course', 'Cost'];

/** The findings, ranked, as a table of which one row stands open as a card below it; or that there is none. */
export function FixFirst({ report, words, paged, knowledge }: Props) {
  const { findings } = report;
  const { first, more, background } = shelved(findings);
  /** Key of the finding of the card, '' for none; until the reader chooses, it is the first. */
  const open = useSignal<string | undefined>(undefined);
  /** A nothing to fix leaves room for the small things. */
  const unfolded = useSignal<ReadonlySet<string>>(new Set(first.length === 0 ? ['background'] : []));
  const printing = useSignal(false);
  useWhilePrinting((begins) => {
    printing.value = begins;
  });
  const card = useRef<HTMLDivElement>(null);
  const chosen = useRef(false);
  const shown = open.value === undefined ? first[0] : findings.find(({ key }) => key === open.value);
  useEffect(() => {
    if (chosen.current) card.current?.querySelector<HTMLElement>('h4')?.focus();
  }, [open.value]);
  const { answered } = useContext(Filters);
  const found = verdict(report, knowledge, answered.length > 0);
  const rank = (finding: Finding): number => findings.indexOf(finding) + 1;
  const cardOf = (finding: Finding) => (
    <FindingCard
      key={finding.key}
      finding={finding}
      rank={rank(finding)}
      words={words}
      paged={paged}
      among={findings}
      report={report}
      knowledge={knowledge}
    />
  );
  const rows = (some: readonly Finding[]) =>
    some.map((finding) => (
      <FindingRow
        key={finding.key}
        finding={finding}
        rank={rank(finding)}
        words={words}
        open={finding === shown}
        onOpen={() => {
          chosen.current = true;
          open.value = finding === shown ? '' : finding.key;
        }}
      />
    ));
  const shelf = (name: string, some: readonly Finding[], title: string) => {
    const isUnfolded = printing.value || unfolded.value.has(name);
    return some.length === 0 ? null : (
      <>
        <tr>
          <td colSpan={columns.length + 1}>
            <button
              type="button"
              class="button quiet"
              aria-expanded={isUnfolded}
              onClick={() => {
                const next = new Set(unfolded.value);
                if (!next.delete(name)) next.add(name);
                unfolded.value = next;
              }}
            >
              {title}
            </button>
          </td>
        </tr>
        {isUnfolded ? rows(some) : null}
      </>
    );
  };
  return (
    <section class="fix-first" aria-labelledby="fix-first">
      <h3 id="fix-first">{first.length === 0 ? found.title : 'Fix first'}</h3>
      {first.length > 0 ? null : (
        <p class={found.healthy ? 'verdict healthy' : 'verdict'}>
          <Sentence pieces={found.text} />
        </p>
      )}
      {findings.length === 0 || answered.length === 0 ? null : <p class="table-note">{judgedOn(findings)}</p>}
      {findings.length === 0 ? null : (
        <div class="scroll">
          <table class="stack ranked">
            <thead>
              <tr>
                <th scope="col">What is wrong</th>
                {columns.map((column) => (
                  <th key={column} scope="col" class="number">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows(first)}
              {shelf('more', more, counted(more.length, 'more finding'))}
              {shelf('background', background, `Background: ${counted(background.length, 'small thing')}`)}
            </tbody>
          </table>
        </div>
      )}
      <div ref={card} id="finding-card" class="finding-cards">
        {printing.value ? findings.map(cardOf) : shown === undefined ? null : cardOf(shown)}
      </div>
    </section>
  );
}
