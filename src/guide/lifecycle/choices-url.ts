import { choiceValues, ordinary, type Choices } from './choices.ts';

/** Choices as they travel in an address: only those that differ from the ordinary life. */
export const writeChoices = (choices: Choices): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(choices).filter(([name, value]) => ordinary[name as keyof Choices] !== value));

/** Reads choices; unknown names and values count as ordinary. */
export function readChoices(query: URLSearchParams): Choices {
  const pick = <Name extends keyof Choices>(name: Name): Choices[Name] =>
    choiceValues[name].find((value) => value === query.get(name)) ?? ordinary[name];
  return {
    sender: pick('sender'),
    service: pick('service'),
    country: pick('country'),
    registered: pick('registered'),
    recipient: pick('recipient'),
    queue: pick('queue'),
    window: pick('window'),
  };
}
