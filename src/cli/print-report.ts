import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Texts } from '../analyzer/ask-texts.ts';
import type { Report } from '../analyzer/report/report.ts';
import type { Sentence } from '../analyzer/report/sentence.ts';
import { reportJson } from '../analyzer/write/json.ts';
import { reportMarkdown } from '../analyzer/write/markdown.ts';
import { reportCsv } from '../analyzer/write/report-csv.ts';
import { htmlReport } from '../islands/take-away/html-report.ts';
import type { Content } from './content.ts';
import { printList } from './print-list.ts';
import { printPacket } from './print-packet.ts';
import { textReport } from './screen/report.ts';
import { plainScreen, sayTo, type Terminal } from './terminal.ts';
import type { Wanted } from './wanted.ts';

/** What a command that prints reports must know. */
export type ReportContent = Pick<Content, 'knowledge' | 'words'>;

interface Printing {
  readonly content: ReportContent;
  /** IANA name known to Intl. */
  readonly timeZone: string;
  /** Which messages of the log it is of, as it was typed; empty, or absent, for all. */
  readonly only?: Sentence;
  /** What the messages say; absent where it was not counted. */
  readonly texts?: Texts | undefined;
  readonly terminal: Terminal;
  /** Paths of the logs, for the checksums of a report that is passed on. */
  readonly files?: readonly string[];
  /** How this log differs from an earlier one, as lines for the terminal. */
  readonly between?: readonly string[];
}

/**
 * Prints of a report what is wanted.
 *
 * @returns whether the report has what is wanted; what is not printed, and why, is said on the side
 */
export async function printReport(
  report: Report,
  wanted: Wanted,
  { content, timeZone, only = [], texts, terminal, files = [], between = [] }: Printing,
): Promise<boolean> {
  const { write, screen = plainScreen, now = Date.now } = terminal;
  const to = { write, say: sayTo(terminal) };
  const options = { knowledge: content.knowledge(), words: content.words(), timeZone, only };
  switch (wanted.kind) {
    case 'list':
      printList(wanted, report, options, to);
      return true;
    case 'packet':
      return printPacket(wanted, report, { ...options, ...to, now: now() });
    case 'report':
      switch (wanted.form) {
        case 'json':
          write(reportJson(report, options.words));
          break;
        case 'text':
          write(textReport(report, { ...options, screen, between }));
          break;
        case 'markdown':
          write(reportMarkdown(report, options));
          break;
        case 'csv':
          for (const piece of reportCsv(report, options, timeZone)) write(piece);
          break;
        case 'html': {
          const digests = await digestsOf(report, files);
          write(htmlReport({ report, ...options, isMasked: true, made: now(), madeIn: 'a terminal', texts, digests }));
        }
      }
      return true;
  }
}

/** The SHA-256 of each source that is a file as it stands on the disk; of what came through a pipe or out of an archive there is none. */
const digestsOf = ({ sources }: Report, files: readonly string[]): Promise<Parameters<typeof htmlReport>[0]['digests']> =>
  Promise.all(
    sources.map(async ({ name }) => {
      const path = files.find((file) => basename(file) === name);
      if (path === undefined) return undefined;
      const sum = createHash('sha256');
      try {
        for await (const piece of createReadStream(path)) sum.update(piece as Uint8Array);
        return { name, sha256: sum.digest('hex') };
      } catch {
        return { name };
      }
    }),
  );
