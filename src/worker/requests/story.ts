import { placeOfSid, storyOf, type Story } from '../../analyzer/ask-story.ts';
import { keptOf, type Held, type Turn } from './held.ts';

/** The story of one message, by its number in the kept log; or by its SID, as findings name their examples. */
export interface AskStory {
  readonly kind: 'story';
  readonly of: { readonly place: number } | { readonly sid: string };
}

/** Absent where no message has that SID, or its source is lost. */
export interface StoryTold {
  readonly story?: Story;
}

/** @returns `undefined` when nobody waits any more @throws Error where messages are not kept */
export async function answerStory(held: Held, { of }: AskStory, { rest }: Turn): Promise<StoryTold | undefined> {
  const reading = keptOf(held);
  const place = 'place' in of ? of.place : await placeOfSid(reading, of.sid);
  if (place === undefined) return {};
  const story = await storyOf(reading, place, rest);
  return story === undefined ? undefined : { story };
}
