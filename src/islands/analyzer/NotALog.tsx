import { hrefOf } from '../../pasted/lead.ts';
import type { Lead, Reading } from '../../pasted/reading.ts';

interface Props {
  readonly readings: readonly Reading[];
  /** Reads the text as a log all the same. */
  readonly onRead: () => void;
}

const link = (words: string, lead: Lead | undefined) =>
  lead === undefined ? (
    words
  ) : (
    <a href={hrefOf(lead)} {...(lead.to === 'twilio' ? { rel: 'external noopener', class: 'external' } : {})}>
      {words}
    </a>
  );

/** A pasted text that is no log but something else: what it is, and where that leads. */
export function NotALog({ readings, onRead }: Props) {
  return (
    <div class="reply" role="status">
      <p>
        <strong>This is no log.</strong> Read as:
      </p>
      <ol role="list">
        {readings.map(({ says, lead, notes = [] }, index) => (
          <li key={index}>
            <p class="says">{link(says, lead)}</p>
            <ul>
              {notes.map((note, place) => (
                <li key={place}>
                  {link(note.text, note.lead)} {note.command === undefined ? null : <code>{note.command}</code>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <button type="button" class="button" onClick={onRead}>
        Read it as a log all the same
      </button>
    </div>
  );
}
