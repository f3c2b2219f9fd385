import type { Delays, SenderDelay, Spread } from '../../analyzer/report/report.ts';
import { duration } from '../../analyzer/words/duration.ts';
import { delayNote, timedSenders } from '../../analyzer/write/delay-lines.ts';
import { counted, figure } from '../kit/figures.ts';
import { shown } from '../kit/view-settings.ts';

/** Half, nine of ten and the longest of some messages. */
const cell = (spread: Spread | undefined) => (
  <td class="number">{spread === undefined ? '–' : [spread.half, spread.nine, spread.longest].map(duration).join(' · ')}</td>
);

/** How long messages took, one row a sender: in the queue, and with the carrier. */
export function DelaysTable({ delays }: { readonly delays: Delays | undefined }) {
  if (delays === undefined) return null;
  const senders = timedSenders(delays);
  const more = senders.length === 0 ? 0 : delays.bySender.length - senders.length;
  const row = ({ queue, carrier }: Omit<SenderDelay, 'sender'>) => (
    <>
      <td class="number">{figure(queue.messages)}</td>
      {cell(queue)}
      {cell(carrier)}
    </>
  );
  return (
    <section class="breakdown" aria-labelledby="by-delay">
      <h4 id="by-delay">How long it took</h4>
      <div class="scroll" role="group" aria-labelledby="by-delay" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Sender</th>
              <th scope="col" class="number">
                Sent
              </th>
              <th scope="col" class="number">
                In the queue
              </th>
              <th scope="col" class="number">
                With the carrier
              </th>
            </tr>
          </thead>
          <tbody>
            {senders.map((one) => (
              <tr key={one.sender}>
                <th scope="row">{one.sender === '' ? 'Not named' : <bdi class="clip">{shown.value(one.sender)}</bdi>}</th>
                {row(one)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All</th>
              {row(delays)}
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="table-note">
        Each is told three times: half of the messages took no longer, nine of ten took no longer, the longest. {delayNote}
        {more > 0 ? ` ${counted(more, 'more sender')} stand in the JSON form.` : ''}
      </p>
    </section>
  );
}
