import type { Layout } from './layout.ts';
import { afterLineEnd, countLineEnds, nextLineEnd } from './line-ends.ts';
import type { Rules } from './readings.ts';
import type { Row } from '../row.ts';
import type { Records } from './record-group.ts';
import { Stretch } from './stretch.ts';
import { Suspicion } from './suspicion.ts';
import { Judge, type Trouble } from './verdict.ts';

export interface CarefulOptions {
  readonly delimiter: string;
  readonly layout: Layout;
  /** The line end that a file of this kind has inside texts only. */
  readonly plainEnd: '\n' | '\r';
  readonly tell: (trouble: Trouble, line: number) => void;
}

/** Reads records one by one where the text shows a sign of swallowed rows or mixes its line ends; the rule is Judge's. */
export class CarefulReader {
  readonly #delimiter: string;
  readonly #plainEnd: number;
  readonly #tell: (trouble: Trouble, line: number) => void;
  #rules: Rules;
  /** Line of the file on which the next record begins. */
  line = 1;
  /** Inside a line that is skipped, whose end has not come yet. */
  #isSkipping = false;

  get isSkipping(): boolean {
    return this.#isSkipping;
  }

  constructor({ delimiter, layout, plainEnd, tell }: CarefulOptions) {
    this.#delimiter = delimiter;
    this.#plainEnd = plainEnd.charCodeAt(0);
    this.#tell = tell;
    this.#rules = this.#rulesOf(layout);
  }

  get suspicion(): Suspicion {
    return this.#rules.suspicion;
  }

  useLayout(layout: Layout): void {
    this.#rules = this.#rulesOf(layout);
  }

  #rulesOf(layout: Layout): Rules {
    return { layout, suspicion: new Suspicion(layout, this.#delimiter), plainEnd: this.#plainEnd };
  }

  /** The text without the rest of a line that is skipped; to be asked first for every piece. */
  behindSkipped(text: string, isLast: boolean): string {
    if (!this.#isSkipping) return text;
    const end = nextLineEnd(text, 0);
    if (end === text.length) return '';
    const next = afterLineEnd(text, end, isLast);
    if (next < 0) return text.slice(end);
    this.#isSkipping = false;
    this.line += 1;
    return text.slice(next);
  }

  /**
   * Reads a text that begins with a record, in groups; a group ends with a row that may change the layout (`useLayout`
   * before the next group is asked for).
   *
   * @returns what is left for the next piece: the beginning of a record that ends there
   */
  *read(text: string, isLast: boolean): Generator<Records, string> {
    const stretch = new Stretch(text, this.#delimiter, isLast);
    const judge = new Judge(stretch);
    let rows: Row[] = [];
    let firstLine = this.line;
    let at = 0;
    while (at < text.length) {
      const scan = stretch.scan(at);
      const isPlain = judge.isPlain(scan, at, this.#rules);
      if (!isPlain && rows.length > 0) {
        // A heading among these rows may change what is plain.
        yield { rows, firstLine, isEnd: false };
        rows = [];
        continue;
      }
      if (rows.length === 0) firstLine = this.line;
      const verdict = isPlain ? ({ kind: 'row', row: scan.row, end: scan.end } as const) : judge.judge(scan, at, this.#rules);
      if (verdict.kind === 'wait') break;
      if (verdict.kind === 'cut') {
        this.#tell('truncated-end', this.line);
        return '';
      }
      if (verdict.kind === 'skip') {
        this.#tell(verdict.trouble, this.line);
        const lineEnd = nextLineEnd(text, at);
        const next = lineEnd < text.length ? afterLineEnd(text, lineEnd, isLast) : -1;
        this.#isSkipping = next < 0;
        if (next < 0) return text.slice(lineEnd);
        this.line += 1;
        at = next;
        continue;
      }
      if ('trouble' in verdict) this.#tell(verdict.trouble, this.line);
      rows.push(verdict.row);
      this.line += countLineEnds(text, at, verdict.end);
      at = verdict.end;
      if (isPlain) continue;
      yield { rows, firstLine, isEnd: this.#isEnd(text, at, isLast) };
      rows = [];
    }
    if (rows.length > 0) yield { rows, firstLine, isEnd: this.#isEnd(text, at, isLast) };
    return text.slice(at);
  }

  /** Whether the file ends here without a line end. */
  #isEnd(text: string, at: number, isLast: boolean): boolean {
    return isLast && at === text.length && nextLineEnd(text, at - 1) === text.length;
  }
}
