import { useSignal } from '@preact/signals';
import { ZoneClock } from './calendar.ts';
import type { Window } from './brush.ts';

interface Props {
  readonly zone: string;
  /** The oldest and the newest of the log, the end not included: what the fields hold while nothing is chosen. */
  readonly whole: Window;
  readonly chosen: Window | undefined;
  readonly onWindow: (window: Window | undefined) => void;
  /** What the form is for, and what its button says. */
  readonly purpose?: string;
  readonly action?: string;
}

/** The same stretch of time in two fields, on the zone's clock. */
export function WindowFields({ zone, whole, chosen, onWindow, purpose = 'Only a stretch of time', action = 'Only this time' }: Props) {
  const wrong = useSignal(false);
  const clock = new ZoneClock(zone);
  const written = (at: number): string => new Date(clock.shownAt(at / 1000) * 1000).toISOString().slice(0, 16);
  const { from, to } = chosen ?? whole;
  const read = (data: FormData, name: string): number => {
    const value = data.get(name);
    return typeof value === 'string' ? clock.momentOf(Date.parse(`${value}Z`) / 1000) * 1000 : NaN;
  };
  return (
    <form
      class="settings"
      aria-label={purpose}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const next = { from: read(data, 'from'), to: read(data, 'to') };
        wrong.value = !(next.from < next.to);
        if (!wrong.value) onWindow(next);
      }}
    >
      <label class="setting">
        From
        <input key={from} type="datetime-local" name="from" required defaultValue={written(from)} />
      </label>
      <label class="setting">
        until before
        <input key={to} type="datetime-local" name="to" required defaultValue={written(to)} />
      </label>
      <button type="submit" class="button">
        {action}
      </button>
      {chosen === undefined ? null : (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            onWindow(undefined);
          }}
        >
          All of it
        </button>
      )}
      <span role="alert">{wrong.value ? 'The second time must be later than the first.' : ''}</span>
    </form>
  );
}
