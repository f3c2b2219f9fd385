import { useState } from 'preact/hooks';
import type { Finding, Report } from '../../analyzer/report/report.ts';
import { packetMarkdown, packetOf, packetText, packetWarning, type PacketWording } from '../../analyzer/write/packet.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { zone } from '../kit/view-settings.ts';

interface Props extends PacketWording {
  readonly finding: Finding;
  readonly report: Report;
}

/** Where a SID is wider than a phone, it would leave the line of its blanks empty. */
const shown = (text: string): string => text.replaceAll(/^ {2}/gm, '\u00a0\u00a0');

/** What to tell Twilio support about a finding: numbers masked, the age of messages by the reader's clock at the time they open it. */
export function Packet({ finding, report, ...wording }: Props) {
  const [now, setNow] = useState<number>();
  const packet = now === undefined ? undefined : packetOf(finding, report, wording);
  const showing = { now: now ?? 0, timeZone: zone.value };
  return (
    <details
      class="packet"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setNow(Date.now());
      }}
    >
      <summary>Support packet</summary>
      {packet === undefined ? null : (
        <>
          {packetWarning(packet, showing.now) === '' ? null : <p class="table-note">{packetWarning(packet, showing.now)}</p>}
          <pre>{shown(packetText(packet, finding, showing))}</pre>
          <div class="buttons">
            <CopyButton label="Copy as text" text={() => [packetText(packet, finding, showing)]} />
            <CopyButton label="Copy as Markdown" text={() => [packetMarkdown(packet, finding, showing)]} />
          </div>
        </>
      )}
    </details>
  );
}
