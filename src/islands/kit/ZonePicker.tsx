import { useMemo } from 'preact/hooks';
import { ownZone, pickZone, zone } from './view-settings.ts';
import { cityOf } from './zone.ts';

/** The zones to pick from, as the options of a `select`. */
export function ZoneOptions() {
  const here = useMemo(ownZone, []);
  const others = useMemo(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].filter((name) => name !== here), [here]);
  return (
    <>
      <optgroup label="This browser">
        {/* What is picked has little room on a phone. */}
        <option value={here}>{cityOf(here)}</option>
      </optgroup>
      <optgroup label="Others">
        {others.map((name) => (
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
          pickZone(currentTarget.value);
        }}
      >
        <ZoneOptions />
      </select>
    </label>
  );
}
