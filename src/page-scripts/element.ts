/** Makes an element with texts and elements in it; a text stays text. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  made.append(...content);
  return made;
};
