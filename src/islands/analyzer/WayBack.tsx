import { shown } from '../kit/view-settings.ts';
import type { Offer } from './dropped.ts';
import { forgetWay, goBack, handlesOf, isKeptWay, keepWay, kept } from './handles.ts';
import type { Finished } from './session.ts';

interface Props {
  readonly finished: Finished;
  readonly onOffer: (offer: Offer) => void;
}

/** Of a report whose files have handles: whether the way to them shall be kept. Of one that came back after a reload: the way, if it was. */
export function WayBack({ finished: { files, isKept }, onOffer }: Props) {
  if (!isKept)
    return handlesOf(files) === undefined ? null : (
      <label class="setting">
        <input
          type="checkbox"
          checked={isKeptWay(files)}
          onChange={({ currentTarget }) => {
            void (currentTarget.checked ? keepWay(files) : forgetWay());
          }}
        />
        Keep the way to this log in this tab, to read it again after a reload: its name, not what is in it. The browser asks you before it
        is opened.
      </label>
    );
  if (kept.value.length === 0) return null;
  return (
    <p class="note">
      The way to <bdi>{shown.value(kept.value.map(({ name }) => name).join(', '))}</bdi> was kept in this tab.{' '}
      <button
        type="button"
        class="button"
        onClick={() => {
          void goBack().then(onOffer);
        }}
      >
        Read the log again
      </button>{' '}
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          void forgetWay();
        }}
      >
        Forget the way
      </button>
    </p>
  );
}
