import { places } from './places.ts';
import { forget, keep, look } from './texts.ts';

/** Colours that a reader chose for this site; without a choice they are the system's. */
export type Theme = 'light' | 'dark';

const isTheme = (text: string | undefined): text is Theme => text === 'light' || text === 'dark';

/** The event of the window when another choice was made: what is drawn, not styled, is drawn anew. */
export const THEME_CHOSEN = 'undelivered:theme';

/**
 * Puts the choice into force before anything is drawn: a classic script in the head of every page (src/layouts/Page.astro), short because
 * it stands in each. Every colour of the stylesheets is `light-dark()`, so that one property is all there is to set.
 */
export const themeScript = `try{let t=localStorage.getItem('${places.theme.key}');if(t=='light'||t=='dark')document.documentElement.style.colorScheme=t}catch{}`;

export function chosenTheme(): Theme | undefined {
  const text = look('theme');
  return isTheme(text) ? text : undefined;
}

/** Keeps a choice and puts it into force. @param text anything but a theme gives the choice back to the system */
export function chooseTheme(text: string): void {
  if (isTheme(text)) keep('theme', text);
  else forget('theme');
  document.documentElement.style.colorScheme = isTheme(text) ? text : '';
  dispatchEvent(new Event(THEME_CHOSEN));
}
