import type { Finding, Report } from '../analyzer/report/report.ts';
import { packetMarkdown, packetOf, packetText, type PacketWording } from '../analyzer/write/packet.ts';
import type { Wanted } from './wanted.ts';
import { safeJson } from '../analyzer/write/safe-json.ts';

interface Printing extends PacketWording {
  readonly timeZone: string;
  /** Milliseconds since 1970: messages are too old for support by the clock of the one who asks, not by the log's. */
  readonly now: number;
  readonly write: (text: string) => void;
  readonly say: (line: string) => void;
}

const keysOf = (findings: readonly Finding[]): string => findings.map(({ key }) => `"${key}"`).join(', ');

/**
 * Prints what to tell support about a finding.
 *
 * @returns whether the report has such a finding; which it has is said on the side
 */
export function printPacket(
  { finding: name, form }: Extract<Wanted, { readonly kind: 'packet' }>,
  report: Report,
  { write, say, now, timeZone, ...wording }: Printing,
): boolean {
  const { findings } = report;
  const named = findings.filter(({ key }) => key === name);
  const [finding, ...more] = named.length > 0 ? named : findings.filter(({ id }) => id === name);
  if (finding === undefined) {
    say(`There is no finding "${name}" in this log. ${findings.length === 0 ? 'It has none.' : `It has: ${keysOf(findings)}.`}`);
    return false;
  }
  if (more.length > 0) say(`Several findings are named "${name}": this is ${keysOf([finding])}. The others: ${keysOf(more)}.`);
  const packet = packetOf(finding, report, wording);
  write(
    {
      json: () => `${safeJson(packet, 2)}\n`,
      text: () => packetText(packet, finding, { now, timeZone }),
      markdown: () => packetMarkdown(packet, finding, { now, timeZone }),
    }[form](),
  );
  return true;
}
