import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { avoidableWidth, encodingIn, encodingOf } from '../../../../src/analyzer/message/avoidable-width.ts';

/** SegmentedMessage is Twilio's own calculator, the oracle: a text as it is, and after Smart Encoding. */
const plain = 'a';
/** Characters of the alphabet that take one place and two, and fancy ones with a twin of one character and of three. */
const character = fc.constantFrom('a', 'Z', ' ', '@', 'é', 'Å', '\n', '€', '{', '~', '’', '“', '”', '–', '—', '…', '½', '\u200b', '•');

test.each([
  ['plain', plain.repeat(200)],
  ['of 70 characters', `${plain.repeat(69)}’`],
  ['with an emoji', `${plain.repeat(80)}’🙂`],
  ['in another script', 'я'.repeat(80)],
  ['that would take as many segments, because most of its characters take two places', `${'€'.repeat(100)}’`],
])('a text %s wastes nothing', (_, body) => {
  expect(avoidableWidth(body)).toBeUndefined();
});

test('one curly apostrophe makes two segments of what fits into one', () => {
  expect(avoidableWidth(`${plain.repeat(70)}’`)).toEqual({ now: 2, then: 1, characters: '’' });
  expect(avoidableWidth(`${plain.repeat(157)}…`)).toEqual({ now: 3, then: 1, characters: '…' });
  expect(avoidableWidth(`${plain.repeat(158)}…`)).toEqual({ now: 3, then: 2, characters: '…' });
});

test('each character is named once', () => {
  expect(avoidableWidth(`${plain.repeat(70)}’“’”“`)?.characters).toBe('’“”');
});

describe("as Twilio's calculator counts", () => {
  test('whatever the text', () => {
    fc.assert(
      fc.property(fc.array(character, { minLength: 60, maxLength: 400 }), (characters) => {
        const body = characters.join('');
        const now = new SegmentedMessage(body);
        const then = new SegmentedMessage(body, 'auto', true);
        const width = avoidableWidth(body);
        const isSaved = now.encodingName === 'UCS-2' && then.encodingName === 'GSM-7' && then.segmentsCount < now.segmentsCount;
        expect(width === undefined ? undefined : { now: width.now, then: width.then }).toEqual(
          isSaved ? { now: now.segmentsCount, then: then.segmentsCount } : undefined,
        );
      }),
      { numRuns: 60 },
    );
  });

  test.each(Array.from('‘’‛ʼ´`“”„‟«»–—―‐•…\u2002\u2003\u2009\u202f\u2028\u2029\u200b\u200c\ufeff\u2060‹›¼½¾\u00a0'))('%j', (fancy) => {
    const body = `${plain.repeat(75)}${fancy}`;
    expect(new SegmentedMessage(body).encodingName).toBe('UCS-2');
    expect(avoidableWidth(body)).toMatchObject({ now: new SegmentedMessage(body).segmentsCount, then: 1 });
    const smart = new SegmentedMessage(body, 'auto', true);
    expect([smart.encodingName, smart.segmentsCount]).toEqual(['GSM-7', 1]);
  });
});

describe('the alphabet of a text', () => {
  const inBytes = (text: string): string => {
    const bytes = new TextEncoder().encode(`a🙂${text}🙂z`);
    return encodingIn(bytes, 5, bytes.length - 5);
  };

  test.each([
    ['', ''],
    ['Hello {you}, £5 or 5 €?', 'narrow'],
    ['Øre ΔΩ\n', 'narrow'],
    ['a `quote`', 'wide'],
    ['ç', 'wide'],
    ['a’', 'wide'],
    ['🙂', 'wide'],
    ['я', 'wide'],
    // Units that differ from "€" and "é" in one byte of UTF-8.
    ['₭', 'wide'],
    ['ê', 'wide'],
  ])('"%s" is "%s", from its text and from its bytes', (text, encoding) => {
    expect(encodingOf(text)).toBe(encoding);
    expect(inBytes(text)).toBe(encoding);
  });

  test('is one from text and from bytes, whatever the characters', () => {
    const any = fc.string({
      unit: fc.oneof(
        fc.constantFrom('@', '£', 'é', 'Ä', 'ñ', '€', 'Δ', '_', '`', 'ç', '’', '…', 'あ', '🙂'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 12,
    });
    fc.assert(
      fc.property(any, (text) => {
        expect(inBytes(text)).toBe(encodingOf(text));
      }),
      { numRuns: 300 },
    );
  });
});
