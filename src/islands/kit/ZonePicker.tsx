import { useMemo } from 'preact/hooks';
import { zone } from './view-settings.ts';
import { usualZones } from './zone-choices.ts';

const own = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zones to pick from, as the options of a `select`. */
export function ZoneOptions() {
  const usual = useMemo(() => usualZones(own()), []);
  const all = useMemo(() => Intl.supportedValuesOf('timeZone').filter((name) => !usual.some((choice) => choice.zone === name)), [usual]);
  return (
    <>
      <optgroup label="Usual">
        {usual.map((choice) => (
          <option key={choice.zone} value={choice.zone}>
            {choice.label}
          </option>
        ))}
      </optgroup>
      <optgroup label="All zones">
        {all.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </optgroup>
    </>
  );
}

/** Picks the zone of every time in the report. */
export function ZonePicker() {
  return (
    <label class="setting">
      <span>Times in</span>
      <select
        class="field"
        aria-label="Times in"
        value={zone.value}
        onChange={({ currentTarget }) => {
          zone.value = currentTarget.value;
        }}
      >
        <ZoneOptions />
      </select>
    </label>
  );
}
