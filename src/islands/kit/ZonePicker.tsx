import { useMemo } from 'preact/hooks';
import { ownZone, pickZone, zone } from './view-settings.ts';
import { cityOf } from './zone.ts';

/** The zones to pick from, as the options of a `select`. @param isWhole whether all stand there by now, or only what may be picked already */
export function ZoneOptions({ isWhole = true }: { readonly isWhole?: boolean }) {
  const here = useMemo(ownZone, []);
  const picked = zone.value;
  const others = useMemo(
    () => [...new Set(isWhole ? ['UTC', ...Intl.supportedValuesOf('timeZone')] : [picked])].filter((name) => name !== here),
    [here, isWhole, picked],
  );
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

/** Picks the zone of every time in the report. @param isWhole as `ZoneOptions` has it: hundreds of zones are not what a report waits for */
export function ZonePicker({ isWhole }: { readonly isWhole: boolean }) {
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
        <ZoneOptions isWhole={isWhole} />
      </select>
    </label>
  );
}
