import { shown } from '../kit/view-settings.ts';
import { Sentence } from './Sentence.tsx';
import type { ToldNotice } from './told-notices.ts';

interface Props {
  readonly list: readonly ToldNotice[];
  /** The line above them, under which they are folded; absent for few, which stand as they are. */
  readonly line: string | undefined;
}

function Notice({ notice: { source, text, where } }: { readonly notice: ToldNotice }) {
  return (
    <>
      {source === undefined ? null : (
        <>
          <bdi>{shown.value(source)}</bdi>:{' '}
        </>
      )}
      <Sentence pieces={text} /> {where === '' ? null : <span class="soft">({where})</span>}
    </>
  );
}

/** What was skipped, repaired or assumed while a log was read. */
export function Notices({ list, line }: Props) {
  if (line === undefined)
    return (
      <>
        {list.map((notice, i) => (
          <p key={i} class="note">
            <Notice notice={notice} />
          </p>
        ))}
      </>
    );
  return (
    <details class="note">
      <summary>{line}</summary>
      <ul>
        {list.map((notice, i) => (
          <li key={i}>
            <Notice notice={notice} />
          </li>
        ))}
      </ul>
    </details>
  );
}
