import { signal } from '@preact/signals';
import type { AskStory } from '../../worker/requests/story.ts';

/** The message whose story is open; whoever names a message sets it. */
export const openedStory = signal<AskStory['of'] | undefined>(undefined);

/** Whether the messages of the report are at hand, so that a story can be opened. */
export const hasStories = signal(false);
