import type { PastedKnowledge } from './knowledge.ts';
import { patternsOf, type Pattern } from './patterns.ts';
import { wordsOf } from './words.ts';

/** A sentence of the API that stands in a text, with the codes it may mean. */
export interface FoundSentence {
  /** In the order of the content; several where the words alone do not tell. Empty where only a step is known. */
  readonly codes: readonly string[];
  readonly tell?: string | undefined;
  readonly step?: string | undefined;
  /** Number of words that fit; the longest one stands for the text. */
  readonly length: number;
  readonly sure: boolean;
}

/** Beginning of a sentence that was cut off: so many words at least. */
const CUT = 5;
const LINES = 400;
/** A value in a place where the sentence has none: a number, a SID, what masks one. */
const value = /^(?:\d{6,}|[\dx]*x{4,}[\dx]*|redacted|(?:sm|mm|ac|mg|sk)[0-9a-fx]{6,})$/;
/** What shows that a text comes from Twilio or a library of it. */
const twilio =
  /twilio|RestException|RestError|ApiError|\[HTTP \d{3}\]|HTTP \d{3} error|HTTP ERROR \d{3}|Unable to (?:create|fetch|update|delete) (?:record|page)/i;

interface Hit {
  readonly pattern: Pattern;
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly isCut: boolean;
  /** The words that fit, without values. */
  readonly said: string;
}

/** Where a run of words ends when it begins at a place, values between them passed over; `cut` when the text ends inside it. */
function runEnd(
  words: readonly string[],
  at: number,
  run: readonly string[],
): { readonly end: number; readonly fits: number; readonly cut: boolean } | undefined {
  let place = at;
  for (let index = 0; index < run.length; index += 1) {
    while (index > 0 && place < words.length && words[place] !== run[index] && value.test(words[place] ?? '')) place += 1;
    if (place >= words.length) return { end: place, fits: index, cut: true };
    const word = words[place] ?? '';
    if (word !== run[index]) {
      const isHalf = place === words.length - 1 && index > 0 && (run[index] ?? '').startsWith(word);
      return isHalf ? { end: place + 1, fits: index, cut: true } : undefined;
    }
    place += 1;
  }
  return { end: place, fits: run.length, cut: false };
}

function hitAt(words: readonly string[], at: number, pattern: Pattern): Hit | undefined {
  let place = at;
  let length = 0;
  const hit = (isCut: boolean): Hit => {
    const said = words.slice(at, place).filter((word) => !value.test(word));
    return { pattern, from: at, to: place, length, isCut, said: said.join(' ') };
  };
  for (const [index, run] of pattern.runs.entries()) {
    const last = index === 0 ? place : Math.min(words.length, place + pattern.gap);
    let end: ReturnType<typeof runEnd>;
    for (let start = place; start <= last && end === undefined; start += 1) {
      const here = runEnd(words, start, run);
      if (here !== undefined && (!here.cut || here.fits > 0 || start === words.length)) end = here;
    }
    if (end === undefined) return undefined;
    length += end.fits;
    place = end.end;
    if (end.cut) return length >= CUT ? hit(true) : undefined;
  }
  return hit(false);
}

function hitsIn(words: readonly string[], patterns: ReadonlyMap<string, readonly Pattern[]>): readonly Hit[] {
  const hits = words.flatMap((word, at) =>
    (patterns.get(word) ?? []).flatMap((pattern) => (pattern.isWeak ? [] : (hitAt(words, at, pattern) ?? []))),
  );
  const chosen: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => b.length - a.length || Number(a.isCut) - Number(b.isCut))) {
    const over = chosen.find(({ from, to }) => hit.from < to && from < hit.to);
    // Of two that fit the same words both stay: the words do not tell.
    if (over === undefined || (over.length === hit.length && over.isCut === hit.isCut && over.from === hit.from)) chosen.push(hit);
  }
  return chosen;
}

/** A text without what quotes and tables put before and behind its lines. */
const joined = (text: string): string =>
  text
    .replaceAll(/^[ \t]*(?:>+[ \t]?|[\w.-]+[ \t]+\|[ \t])/gm, '')
    .replaceAll(/[ \t]*\|[ \t]*$/gm, '')
    .replaceAll(/\s*\r?\n\s*/g, ' ');

/** What may be a whole message: a line, what follows a colon, a dash or a bracket in it, without what comes behind a message. */
function messagesIn(text: string): ReadonlySet<string> {
  const messages = new Set<string>();
  for (const line of text.split(/\r?\n/, LINES)) {
    let rest = line;
    for (let count = 0; count < 12; count += 1) {
      const bare =
        rest.split(
          / at (?:[\w$./<]+[(:]|\/|Twilio|Object)| in \/|\s[({[]|\](?=\s|$)|["”]\s*[,}\])]|<\/|<br|\s*More info|…|\.\.\.|\\n/,
          1,
        )[0] ?? '';
      messages.add(wordsOf(bare).join(' '));
      messages.add(wordsOf(rest).join(' '));
      const next = /[:\]|=>(-]+\s*["'“]?/.exec(rest);
      if (next === null) break;
      rest = rest.slice(next.index + next[0].length);
    }
  }
  return messages;
}

function wholeMessages(text: string, patterns: ReadonlyMap<string, readonly Pattern[]>): readonly FoundSentence[] {
  const isTwilio = twilio.test(text);
  return [...messagesIn(text)].flatMap((message) => {
    const first = message.split(' ', 1)[0] ?? '';
    return (patterns.get(first) ?? [])
      .filter(({ isWeak, runs }) => isWeak && runs.length === 1 && runs[0]?.join(' ') === message)
      .map(({ codes, tell, step, length }) => ({ codes, tell, step, length, sure: isTwilio && codes.length < 2 }));
  });
}

/** The sentences that hold the whole of a short text. */
function fragments(text: string, patterns: ReadonlyMap<string, readonly Pattern[]>): readonly FoundSentence[] {
  const words = wordsOf(text);
  if (words.length < 3 || words.length > 14) return [];
  const said = ` ${words.join(' ')} `;
  return [...patterns.values()]
    .flat()
    .filter(({ lines, isWeak }) => !isWeak && lines.some((line) => line.includes(said)))
    .map(({ codes, tell, step }) => ({ codes, tell, step, length: words.length, sure: false }));
}

/** Codes in one list where the same words stand for several. */
function merged(found: readonly FoundSentence[]): readonly FoundSentence[] {
  const list: FoundSentence[] = [];
  for (const sentence of found) {
    const key = sentence.codes.join();
    if (list.every(({ codes, step }) => codes.join() !== key || step !== sentence.step)) list.push(sentence);
  }
  const named = new Set(list.filter(({ codes }) => codes.length === 1).flatMap(({ codes }) => codes));
  // "One of these" says nothing more where one of them is named beside it.
  return list.filter(({ codes }) => codes.length < 2 || !codes.some((code) => named.has(code)) || list.length === 1);
}

/**
 * The sentences of Twilio's API, debugger and libraries that stand in a text, wherever and however wrapped, longest first.
 *
 * @param layers the text and what is wrapped in it (unwrap.ts)
 */
export function sentencesIn(layers: readonly string[], knowledge: PastedKnowledge): readonly FoundSentence[] {
  const patterns = patternsOf(knowledge);
  const hits = layers.flatMap((layer) => {
    const text = joined(layer);
    const pieces = /…|\.\.\./.test(text) ? text.split(/…|\.\.\./) : [];
    return [text, ...pieces].flatMap((piece) => hitsIn(wordsOf(piece), patterns));
  });
  const inside = hits
    .toSorted((a, b) => Number(a.isCut) - Number(b.isCut) || b.length - a.length)
    .map(({ pattern: { codes, tell, step }, length, isCut }) => ({ codes, tell, step, length, sure: !isCut && codes.length < 2 }));
  if (inside.length > 0) {
    const full = inside.filter(({ sure, codes }) => sure || codes.length > 1);
    return merged(
      full.length > 0 && hits.some(({ isCut }) => !isCut)
        ? full
        : settleCut(inside, fragments(hits.find(({ isCut }) => isCut)?.said ?? '', patterns)),
    );
  }
  const whole = layers.flatMap((layer) => wholeMessages(layer, patterns));
  return merged(whole.length > 0 ? whole : fragments(layers[0] ?? '', patterns));
}

/** A cut sentence is as sure as a whole one when the words that are left stand in sentences of one code only. */
function settleCut(found: readonly FoundSentence[], holding: readonly FoundSentence[]): readonly FoundSentence[] {
  const longest = Math.max(...found.map(({ length }) => length));
  const best = found.filter(({ length }) => length === longest);
  const codes = new Set([...holding, ...best].flatMap((sentence) => sentence.codes));
  return [...best, ...holding].map((sentence) => ({ ...sentence, sure: codes.size === 1 }));
}
