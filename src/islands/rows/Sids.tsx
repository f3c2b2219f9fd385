import { CopyButton } from '../kit/CopyButton.tsx';
import { hasStories, openedStory } from './opened.ts';

/** SIDs of some messages, to copy; each opens the story of its message where that is at hand. */
export function Sids({ sids }: { readonly sids: readonly string[] }) {
  return (
    <>
      <ul class="sids">
        {sids.map((sid) => (
          <li key={sid}>
            {hasStories.value ? (
              <button
                type="button"
                class="button quiet"
                title="The story of this message"
                onClick={() => {
                  openedStory.value = { sid };
                }}
              >
                <code>{sid}</code>
              </button>
            ) : (
              <code>{sid}</code>
            )}
          </li>
        ))}
      </ul>
      <CopyButton label="Copy SIDs" text={() => [sids.join('\n')]} />
    </>
  );
}
