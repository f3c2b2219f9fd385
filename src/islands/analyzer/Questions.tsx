import type { Told } from '../../analyzer/read-source.ts';
import { dateOrders, type DateOrder } from '../../analyzer/message/time/loose-times.ts';
import { counted } from '../kit/figures.ts';
import { ZoneOptions } from '../kit/ZonePicker.tsx';
import { canBeReadAgain, openQuestions } from './open-questions.ts';
import type { Finished } from './session.ts';

interface Props {
  readonly finished: Finished;
  /** Reads the same log again with something else said of it. */
  readonly onAgain: (told: Told) => void;
}

const orders: Readonly<Record<DateOrder, string>> = {
  'month-first': 'the month first: 8 September is 9/8',
  'day-first': 'the day first: 8 September is 8/9',
};

/** What a log leaves open, what was assumed, and how to read it with another assumption. Nothing where all is said. */
export function Questions({ finished, onAgain }: Props) {
  const { zoneless, dates, guessed } = openQuestions(finished.report);
  if (zoneless + dates + guessed === 0 || !canBeReadAgain(finished)) return null;
  const { told } = finished;
  return (
    <section class="card" aria-labelledby="questions">
      <h2 id="questions">What this log does not say</h2>
      {zoneless === 0 ? null : (
        <label class="setting">
          <span>{counted(zoneless, 'time')} without a zone. Read as times in</span>
          <select
            class="field"
            value={told.zone ?? 'UTC'}
            onChange={({ currentTarget }) => {
              onAgain({ ...told, zone: currentTarget.value });
            }}
          >
            <ZoneOptions />
          </select>
        </label>
      )}
      {dates === 0 ? null : (
        <label class="setting">
          <span>{counted(dates, 'date')} that can mean two days. Read with</span>
          <select
            class="field"
            value={told.order ?? 'month-first'}
            onChange={({ currentTarget }) => {
              onAgain({ ...told, order: dateOrders.find((order) => order === currentTarget.value) });
            }}
          >
            {dateOrders.map((order) => (
              <option key={order} value={order}>
                {orders[order]}
              </option>
            ))}
          </select>
        </label>
      )}
      {guessed === 0 ? null : (
        <p>
          Which column is which was guessed. <a href="#what-was-read">Look at the columns</a>, and say so where one is wrong.
        </p>
      )}
      <p class="soft">A change reads the log again; nothing of it is kept.</p>
    </section>
  );
}
