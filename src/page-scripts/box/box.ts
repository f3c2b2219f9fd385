import type { Reading } from '../../pasted/reading.ts';
import { showAnswer } from './answer.ts';
import { fitted } from './fit.ts';
import { follow } from './go.ts';
import { inStretches } from './in-stretches.ts';
import { comes, loadReader, warmReader, whenIdle, type Reader } from './load.ts';

/** The parts of a box; src/components/PasteBox.astro and dialog.ts make them. */
export interface Box {
  readonly form: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  /** The live line, a status region. */
  readonly said: HTMLElement;
  /** Where readings are listed. */
  readonly answer: HTMLElement;
}

/** Typing rests so long, in milliseconds, before the line changes: a screen reader is not interrupted at every key. */
const REST = 180;
/** The field grows to so many lines, the live line to so many. */
const FIELD_LINES = 6;
const SAID_LINES = 12;
/** A longer paste is read by its beginning, and goes to the analyzer at once. */
const LONG = 65_536;
/** From here on a paste is set and not typed. */
const LARGE = 4_096;

const whatEnterDoes = (readings: readonly Reading[]): string => {
  const [only, ...others] = readings;
  if (only === undefined) return '';
  if (others.length > 0) return `It may be ${String(readings.length)} things; Enter lists them. First: ${only.says}`;
  return only.sure && only.lead !== undefined ? `${only.says} Enter opens it.` : `${only.says}. Enter shows what to do.`;
};

/** The reading that opens without asking. */
const opening = (readings: readonly Reading[]): Reading | undefined =>
  readings.length === 1 && readings[0]?.sure === true ? readings[0] : undefined;

const NOT_THERE = 'The part that reads this could not be loaded. Check the connection, then press Enter again.';

/** Brings a box to life: the live line, Enter, a pasted log. */
export function wireBox({ form, field, said, answer }: Box): {
  readonly take: (text: string) => Promise<boolean>;
  readonly say: (text: string) => void;
} {
  let reader: Reader | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = 0;
  const ready = async (): Promise<Reader> => (reader ??= await loadReader());

  const fit = fitted(field, field.parentElement ?? form, FIELD_LINES);
  const fitSaid = fitted(said, said, SAID_LINES);
  const fitAll = (): void => {
    fit();
    fitSaid();
  };
  const say = (text: string): void => {
    if (said.textContent === text) return;
    said.textContent = text;
    fitSaid();
  };
  /** The live line: read in stretches, and left where another key makes it old. */
  const show = async (): Promise<void> => {
    const mine = shown;
    if (!(await warmReader())) return;
    const { findIn } = await ready();
    const readings = await inStretches(findIn(field.value), () => mine === shown);
    if (readings !== undefined && mine === shown) say(whatEnterDoes(readings));
  };
  const submit = async (text: string): Promise<void> => {
    clearTimeout(timer);
    if (!(await comes(ready()))) {
      say(NOT_THERE);
      return;
    }
    const readings = (await ready()).readText(text);
    const one = opening(readings);
    if (one?.lead !== undefined) {
      say(await follow(one.lead, text, one.receipt));
      return;
    }
    say(readings[0]?.says ?? '');
    showAnswer(answer, readings, text);
    answer.querySelector('h2')?.focus({ preventScroll: true });
    answer.scrollIntoView({ block: 'nearest' });
  };

  // Before anything is typed, if the page was not idle yet.
  for (const sign of ['focus', 'pointerdown']) field.addEventListener(sign, () => void warmReader(), { once: true });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    shown += 1;
    if (!answer.hidden) showAnswer(answer, [], '');
    fit(field.textLength);
    if (field.textLength === 0) {
      say('');
      return;
    }
    void warmReader();
    timer = setTimeout(() => void show(), REST);
  });
  // Turned, or shown again after that.
  addEventListener('resize', fitAll);
  field.addEventListener('focus', fitAll);
  field.addEventListener('keydown', (event) => {
    const { key } = event;
    if ((key !== 'Enter' && key !== 'Escape') || event.isComposing) return;
    if (key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit(field.value);
    }
    if (key === 'Escape' && field.value !== '') {
      event.preventDefault();
      field.value = '';
      field.dispatchEvent(new Event('input'));
    }
  });
  field.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    const isLog = text.length > LONG || opening(reader?.readText(text) ?? [])?.kind === 'log';
    if (!isLog && text.length < LARGE) return;
    event.preventDefault();
    if (isLog) {
      void submit(text);
      return;
    }
    // A browser takes seconds to type thousands of lines into a field that grows; set as a value they are there at once.
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input'));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(field.value);
  });
  // What a key runs is run before the first one: a browser makes a function ready when it is first called.
  whenIdle(() => {
    if (field.textLength > 0) return;
    for (const key of [new KeyboardEvent('keydown', { bubbles: true }), new Event('input')]) field.dispatchEvent(key);
  });
  return {
    say,
    /** Takes the text of a file. @returns whether there is anything to say of it but that it may be a log */
    take: async (text) => {
      const [first] = (await ready()).readText(text);
      if (first === undefined || ['log', 'messages', 'nothing', 'search', 'text', 'complaint'].includes(first.kind)) return false;
      field.value = text.slice(0, LONG);
      await submit(text);
      return true;
    },
  };
}
