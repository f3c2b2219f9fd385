/** Makes an element with texts and elements in it; a text stays text. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  made.append(...content);
  return made;
};

/** The first element of the page that a selector names; throws where it is missing or of another kind. */
export function found<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const one = document.querySelector(selector);
  if (one instanceof kind) return one;
  throw new Error(`${selector} is missing`);
}
