/** Mutants that no test can tell from the program, each with the reason. `npm run mutants` prints the line to copy here. */
export interface Equivalent {
  readonly file: string;
  /** The line of the file that the mutants change, without its margin: line numbers move. */
  readonly before: string;
  readonly changes: readonly string[];
  readonly reason: string;
}

/** Lines of one file that are equivalent for one reason. */
const inFile = (file: string, reason: string, lines: Readonly<Record<string, readonly string[]>>): readonly Equivalent[] =>
  Object.entries(lines).map(([before, changes]) => ({ file: `src/analyzer/${file}`, before, changes, reason }));

const REMEMBERED = 'What is not remembered is worked out again: whatever is kept, and until when, changes no answer.';
const ROOM = 'Room that is made a little larger or smaller, or a little sooner, holds the same.';
const PIECES = 'How much is taken at a time changes nothing of what comes out (laws/reading.law.test.ts, laws/kept.law.test.ts).';
const ROWS = 'What is not to be waited for, cut or skipped is a row (careful-reader.ts).';
const FARTHEST = 'What is as early as the first, or as late as the last, is it.';

export const equivalents: readonly Equivalent[] = [
  ...inFile('message/country.ts', REMEMBERED, {
    'const CACHE_LIMIT = 50_000;': ['50_000 -> 50001', '50_000 -> 49999'],
    'if (known !== undefined) return known;': ['if (known !== undefined) return known; -> ;'],
    'if (cache.size < CACHE_LIMIT) cache.set(key, country);': [
      'cache.size < CACHE_LIMIT -> !(cache.size < CACHE_LIMIT)',
      '< -> <=',
      'cache.set(key, country); -> ;',
    ],
  }),
  ...inFile('message/local-hours.ts', REMEMBERED, {
    'const ANSWERS_KEPT = 100_000;': ['100_000 -> 100001', '100_000 -> 99999'],
    'if (hour === lastHour[place]) return last[place] === 1;': ['if (hour === lastHour[place]) return last[place] === 1; -> ;'],
    'if (known.size >= ANSWERS_KEPT) known.clear();': [
      'known.size >= ANSWERS_KEPT -> !(known.size >= ANSWERS_KEPT)',
      '>= -> >',
      'known.clear(); -> ;',
    ],
    'known.set(key, answer);': ['known.set(key, answer); -> ;'],
  }),
  ...inFile('message/local-hours.ts', ROOM, { 'const PLACES = 128;': ['128 -> 129', '128 -> 127'] }),
  ...inFile('message/local-time.ts', REMEMBERED, {
    'const OFFSETS_KEPT = 100_000;': ['100_000 -> 100001', '100_000 -> 99999'],
    'printers.set(timeZone, printer);': ['printers.set(timeZone, printer); -> ;'],
    'if (offsets.size < OFFSETS_KEPT) offsets.set(key, offset);': [
      'offsets.size < OFFSETS_KEPT -> !(offsets.size < OFFSETS_KEPT)',
      '< -> <=',
      'offsets.set(key, offset); -> ;',
    ],
  }),
  ...inFile('message/time/zone-offset.ts', REMEMBERED, {
    'const REMEMBERED = 20_000;': ['20_000 -> 20001', '20_000 -> 19999'],
    'if (this.#offsets.size >= REMEMBERED) this.#offsets.clear();': [
      'this.#offsets.size >= REMEMBERED -> !(this.#offsets.size >= REMEMBERED)',
      '>= -> >',
      'this.#offsets.clear(); -> ;',
    ],
  }),
  ...inFile('message/number-shape.ts', REMEMBERED, {
    'const NANP_KNOWN = 20_000;': ['20_000 -> 20001', '20_000 -> 19999'],
    'if (known !== undefined) return known;': ['if (known !== undefined) return known; -> ;'],
    'if (key !== undefined && nanp.size < NANP_KNOWN) nanp.set(key, answer);': ['< -> <=', 'nanp.set(key, answer); -> ;'],
  }),
  ...inFile('words/moment.ts', REMEMBERED, {
    'const DATES = 100_000;': ['100_000 -> 100001', '100_000 -> 99999'],
    'if (dates.size >= DATES) dates.clear();': ['dates.size >= DATES -> !(dates.size >= DATES)', '>= -> >', 'dates.clear(); -> ;'],
  }),
  ...inFile('words/moment.ts', 'Years of three digits are written with four as well.', {
    'const FIRST_DAY = Date.UTC(1000, 0, 1) / DAY_MS;': ['1000 -> 999'],
  }),
  ...inFile('message/time/loose-times.ts', 'Where both orders were met, the order shown is the one it was read in.', {
    'return shown === this.order || this.dayFirst + this.monthFirst === 0 ? undefined : shown;': ['+ -> -'],
  }),
  {
    file: 'src/guide/tree/machine.ts',
    before: "const fact = step === undefined || step.kind === 'outcome' ? undefined : step.fact;",
    changes: ["'outcome' -> ''"],
    reason: 'An outcome asks for no fact.',
  },
  {
    file: 'src/guide/tree/longest.ts',
    before: 'if (found !== undefined) return found;',
    changes: ['if (found !== undefined) return found; -> ;'],
    reason: REMEMBERED,
  },
  { file: 'src/guide/tree/longest.ts', before: 'known.set(id, way);', changes: ['known.set(id, way); -> ;'], reason: REMEMBERED },
  ...inFile('index/cells/tally.ts', FARTHEST, {
    'if (time < this.first) this.first = time;': ['< -> <='],
    'if (time > this.last) this.last = time;': ['> -> >='],
  }),
  ...inFile('kept/quick-figures.ts', FARTHEST, {
    'if (time < year.first) year.first = time;': ['< -> <='],
    'if (time > year.last) year.last = time;': ['> -> >='],
  }),
  ...inFile('breakdowns/number-lists.ts', FARTHEST, { 'if (at > this.last) this.last = at;': ['> -> >='] }),
  ...inFile('findings/shared/code-times-table.ts', FARTHEST, { 'if (first < hits.first) hits.first = first;': ['< -> <='] }),
  ...inFile('message/kind.ts', 'The two directions have two words, whichever: nobody else reads the key.', {
    "export const kindKey = ({ word, isInbound, code = '' }: Kind): string => `${isInbound ? 'in' : 'out'} ${code} ${word}`;": [
      'isInbound -> !(isInbound)',
      "'in' -> ''",
      "'out' -> ''",
    ],
  }),
  ...inFile(
    'index/read-rows.ts',
    'No character takes more than three bytes for each of its units; what is longer than a keyword is refused by its length.',
    {
      'const KEYWORD_SIZE = 4 * KEYWORD_LENGTH;': ['4 -> 5', '4 -> 3'],
    },
  ),
  ...inFile('findings/shared/failing-senders.ts', 'A quarter of an hour with nothing sent is there for its failures, one at least.', {
    'return { slot, total: Math.max(failed, sent.get(slot)?.[0] ?? 0), failed, hits };': ['0 -> 1 (2)', '0 -> (-1) (2)'],
  }),
  ...inFile('index/tables/kinds.ts', REMEMBERED, {
    'if (cell.kind.word === kind.word && cell.kind.code === kind.code) this.#cells.set(kind, cell);': [
      '=== -> !==',
      'this.#cells.set(kind, cell); -> ;',
    ],
  }),
  ...inFile('bytes/signature.ts', 'Of eight bytes and more two zeros are asked at least, so that neither none nor one is enough.', {
    'return pairs.length >= 8 && (zeros(0) === 0 ? zeros(1) : zeros(1) === 0 ? zeros(0) : 0) >= Math.floor(pairs.length / 2) - 2;': [
      '0 -> 1 (5)',
      '0 -> (-1) (5)',
    ],
  }),
  ...inFile('message/template.ts', 'No character of several bytes begins with 0x80.', { 'if (first < 0x80) return first;': ['< -> <='] }),
  ...inFile('message/template.ts', 'It is full only where all characters are three bytes long, and no link begins among those.', {
    'const held = new Uint8Array(3 * (BODY_LENGTH + LINK_LENGTH) + 1);': ['+ -> -', '1 -> 2', '1 -> 0'],
  }),
  ...inFile('message/sid.ts', 'Eight digits of four bits leave nothing of what 32 bits began with.', {
    'let word = 0;': ['0 -> 1', '0 -> (-1)'],
    'let bits = 0;': ['0 -> 1', '0 -> (-1)'],
  }),
  ...inFile('message/stand-in.ts', 'A word has 32 bits: the digit before them falls away.', {
    'const MARK_HALF = parseInt(MARK.slice(8), 16);': ['8 -> 7'],
  }),
  ...inFile('index/filter-test.ts', 'A number with its "+" before it is the same number.', {
    'const keys = new Set(numbers.map((number) => Number(number.slice(1))));': ['number.slice(1) -> number', '1 -> 0'],
  }),
  ...inFile(
    'records/csv/layout.ts',
    'A row as wide as its heading has every cell that is needed, and behind its last one stands nothing.',
    {
      'if (row.length === width) return true;': ['if (row.length === width) return true; -> ;'],
      "for (let place = width; place < row.length; place += 1) if (cellOf(row, place) !== '') return false;": ['< -> <='],
    },
  ),
  ...inFile(
    'records/csv/byte-reader.ts',
    'The first block has the heading and goes to the readers of text, which hold nothing yet, and then hold the rest.',
    {
      '#rest = -1;': ['1 -> 2', '1 -> 0'],
    },
  ),
  ...inFile('records/csv/verdict.ts', ROWS, {
    "if (reading !== undefined) return { kind: 'row', ...reading, trouble: 'stray-quotes' };": ["'row' -> ''"],
    "const asItIs: Verdict = { kind: 'row', row, end };": ["'row' -> ''"],
    "if (reading !== undefined) return { kind: 'row', ...reading, ...(reading.isRepaired ? { trouble: 'stray-quotes' } : {}) };": [
      "'row' -> ''",
    ],
    "if (shorter !== undefined) return { kind: 'row', ...shorter, trouble: 'stray-quotes' };": ["'row' -> ''"],
  }),
  ...inFile('records/csv/careful-reader.ts', ROWS, {
    "const verdict = isPlain ? ({ kind: 'row', row: scan.row, end: scan.end } as const) : judge.judge(scan, at, this.#rules);": [
      "'row' -> ''",
    ],
  }),
  ...inFile('records/text-column.ts', REMEMBERED, { 'const PRICE_CACHE = 20_000;': ['20_000 -> 20001', '20_000 -> 19999'] }),
  ...inFile('records/named-rows.ts', REMEMBERED, {
    'const NAMES_KEPT = 5_000;': ['5_000 -> 5001', '5_000 -> 4999'],
    'if (this.#known.size < NAMES_KEPT) this.#known.set(name, slot);': [
      'this.#known.size < NAMES_KEPT -> !(this.#known.size < NAMES_KEPT)',
      '< -> <=',
      'this.#known.set(name, slot); -> ;',
    ],
  }),
  ...inFile('index/cells/kept-messages.ts', REMEMBERED, {
    'const KINDS_KNOWN = 5_000;': ['5_000 -> 5001', '5_000 -> 4999'],
    'if (this.#kindPlaces.size < KINDS_KNOWN) this.#kindPlaces.set(kind, place);': [
      'this.#kindPlaces.size < KINDS_KNOWN -> !(this.#kindPlaces.size < KINDS_KNOWN)',
      '< -> <=',
      'this.#kindPlaces.set(kind, place); -> ;',
    ],
  }),
  ...inFile('index/cells/kept-messages.ts', ROOM, { 'const FIRST_ROOM = 256;': ['256 -> 257', '256 -> 255'] }),
  ...inFile('index/log-index.ts', REMEMBERED, {
    'const KINDS_KNOWN = 5_000;': ['5_000 -> 5001', '5_000 -> 4999'],
    'if (this.#takers.size < KINDS_KNOWN) this.#takers.set(kind, takers);': [
      'this.#takers.size < KINDS_KNOWN -> !(this.#takers.size < KINDS_KNOWN)',
      '< -> <=',
      'this.#takers.set(kind, takers); -> ;',
    ],
  }),
  ...inFile('index/filter-test.ts', REMEMBERED, {
    'const KINDS_KNOWN = 5_000;': ['5_000 -> 5001', '5_000 -> 4999'],
    'if (before === undefined && known.size < KINDS_KNOWN) known.set(kind, isLastWanted);': [
      '< -> <=',
      'known.set(kind, isLastWanted); -> ;',
    ],
  }),
  ...inFile('memory/key-table.ts', ROOM, {
    'while (places * FULL < keys) places *= 2;': ['< -> <='],
    'if (this.#size > (this.#slots.length / 2) * FULL) this.#grow();': ['> -> >='],
    'if (this.#size > this.#keys.length * FULL) this.#grow();': ['> -> >='],
  }),
  ...inFile('memory/byte-numbers.ts', ROOM, {
    'readonly #lengths = new Uint8Array(TEXTS + 1);': ['1 -> 2'],
    'readonly #numbers = new Uint16Array(TEXTS + 1);': ['1 -> 2'],
    'readonly #bytes = new Uint8Array((TEXTS + 1) * LONGEST);': ['1 -> 2'],
  }),
  ...inFile('findings/shared/sends-table.ts', ROOM, { 'const ROOM = 1_024;': ['1_024 -> 1025', '1_024 -> 1023'] }),
  ...inFile(
    'findings/shared/sends-table.ts',
    'A worse or a better guess which pairs come twice: all that it lets by are looked at for certain.',
    {
      'const SEEN = 2 ** 20;': ['2 -> 3', '2 -> 1', '20 -> 21', '20 -> 19'],
      'const bit = key % (8 * SEEN);': ['8 -> 7', '* -> /'],
      'const mask = 1 << (bit & 7);': ['7 -> 6'],
      'const byte = bit >>> 3;': ['3 -> 4'],
      'if (((seen[byte] ?? 0) & mask) !== 0) twice.add(key);': [
        '((seen[byte] ?? 0) & mask) !== 0 -> !(((seen[byte] ?? 0) & mask) !== 0)',
        '!== -> ===',
        '0 -> 1 (2)',
        '0 -> (-1) (2)',
      ],
      'if (twice.size === 0) return [];': ['if (twice.size === 0) return []; -> ;', '0 -> (-1)'],
      'mix53(columns.person(place) | 0, columns.text(place) ^ (columns.person(place) / 4_294_967_296));': [
        '4_294_967_296 -> 4294967297',
        '4_294_967_296 -> 4294967295',
      ],
    },
  ),
  ...inFile('findings/shared/sends-table.ts', 'A place without a message has no text.', {
    'for (let place = 0; place < columns.size; place += 1) {': ['0 -> (-1)', '< -> <='],
  }),
  ...inFile(
    'findings/shared/failing-senders.ts',
    'Whoever has too few failures in all has too few in any stretch, which is asked below; and a stretch with a first part has a last one.',
    {
      'let hits = 0;': ['0 -> 1'],
      'if (hits < minHits) continue;': ['if (hits < minHits) continue; -> ;'],
      'if (first === undefined || last === undefined || own.failed < minHits || rate(own) < minShare) continue;': ['|| -> && (3)'],
    },
  ),
  ...inFile(
    'findings/link-filtered/rule.ts',
    'Of rates three times apart no two of these intervals meet to the last bit (some millions were tried).',
    {
      'if (rateInterval(filtered.count, total).low <= rateInterval(othersFiltered, others).high) return false;': ['<= -> <'],
    },
  ),
  ...inFile('formats/sql/sql-dump.ts', 'Without a row nothing is told of its columns; one column alone is no message.', {
    'const columns = named.length > 0 ? named : placeNames(table, rows[0]?.length ?? 0);': ['0 -> 1 (3)'],
  }),
  ...inFile('formats/sql/sql-dump.ts', 'The head of a COPY stands before its lines: none of them ends where the text begins.', {
    "if (end < 0 || line === '\\\\.') break;": ['0 -> 1'],
  }),
  ...inFile('records/csv/byte-reader.ts', ROOM, { 'if (this.#bytes.length >= length) return;': ['>= -> >'] }),
  ...inFile(
    'findings/shared/change-point.ts',
    'A step without events at its end makes no stretch likelier, and of two alike the shorter was met first.',
    {
      'if (last.events === 0) continue;': ['if (last.events === 0) continue; -> ;', '0 -> (-1)'],
    },
  ),
  ...inFile('findings/shared/change-point.ts', 'A stretch that is told is likelier by far.', {
    'if (inside * others <= (events.length - inside) * messages) continue;': ['<= -> <'],
    'if (gain > (best?.gain ?? 0)) best = { gain, first, last, inside, messages };': ['0 -> 1', '0 -> (-1)'],
  }),
  ...inFile('findings/shared/change-point.ts', 'A step that no traffic names has its events for messages, which are more than none.', {
    'const known = made.get(place) ?? { messages: 0, events: 0 };': ['0 -> 1', '0 -> (-1)'],
  }),
  ...inFile('read-log.ts', ROOM, { 'const ROW_BYTES = 280;': ['280 -> 279', '280 -> 281'] }),
  ...inFile('kept/kept-log.ts', ROOM, {
    'const FIRST_ROOM = 1_024;': ['1_024 -> 1025', '1_024 -> 1023'],
    'const grown = bufferOf(Math.min(CHUNK, Math.max(FIRST_ROOM, this.#inBuffer * 4)));': ['4 -> 5', '4 -> 3'],
  }),
  ...inFile('kept/kept-log.ts', 'Below it a price may be remembered by its words as well as by a number.', {
    'const DEAR = 2 ** 42;': ['2 -> 1', '42 -> 41'],
  }),
  ...inFile('kept/kept-columns.ts', PIECES, { 'export const CHUNK = 65_536;': ['65_536 -> 65537', '65_536 -> 65535'] }),
  ...inFile('kept/packed.ts', 'A column comes out of either form as it went in.', {
    'const DICTIONARY = 8_192;': ['8_192 -> 8193', '8_192 -> 8191'],
  }),
  ...inFile('kept/find-texts.ts', PIECES, {
    'const STRETCH = 1024 * 1024;': ['* -> /', '1024 -> 1025', '1024 -> 1025 (2)', '1024 -> 1023', '1024 -> 1023 (2)'],
    'if (stretch !== undefined && one.offset - stretch[0].offset < STRETCH) stretch.push(one);': ['< -> <='],
    'const REACH = 4 * 1024;': ['4 -> 5', '4 -> 3', '1024 -> 1025', '1024 -> 1023'],
  }),
  ...inFile(
    'findings/shared-trait/common-trait.ts',
    'There is no trait before the first, nor behind the last: no message has a value of it.',
    {
      'for (let place = 0; place < traits.length; place += 1) {': ['0 -> (-1)', '< -> <='],
    },
  ),
  ...inFile('index/filter-test.ts', 'A test that is alone says the same in a list of one: it is asked without the list for speed.', {
    'if (only !== undefined && tests.length === 1) return only;': ['if (only !== undefined && tests.length === 1) return only; -> ;'],
  }),
  ...inFile('bytes/unpack.ts', 'The first seven bytes tell what it is, and all that was read is handed on.', {
    'looked = await peek(from.pull, 8);': ['8 -> 9', '8 -> 7'],
  }),
  ...inFile('bytes/inflate.ts', PIECES, { 'const PIECE = 16_384;': ['16_384 -> 16385', '16_384 -> 16383'] }),
  ...inFile('records/csv/record-reader.ts', PIECES, { 'const PIECE = 131_072;': ['131_072 -> 131073', '131_072 -> 131071'] }),
  ...inFile('records/csv/table-again.ts', PIECES, {
    'const SHORT = 256;': ['256 -> 257', '256 -> 255'],
    'for (let length = Math.min(SHORT, bytes.length); ; length = Math.min(2 * length, bytes.length)) {': ['2 -> 3'],
  }),
  ...inFile('records/csv/byte-scan.ts', 'A text that is put together and one that is decoded are the same.', {
    'const SHORT = 48;': ['48 -> 49', '48 -> 47'],
    'if (to - from <= SHORT) {': ['to - from <= SHORT -> !(to - from <= SHORT)', '<= -> <', '- -> +'],
  }),
  ...inFile('kept/kept-row.ts', 'The number 2 ** 50 is nobody: it would be WhatsApp and no digits (kept-people.ts).', {
    'return number > 0 && number < 2 ** 50;': ['< -> <='],
  }),
  ...inFile('kept/kept-row.ts', 'The long way says the same of digits (kept-people.ts).', {
    'return number > 0 && number < 2 ** 50;': ['2 -> 1'],
  }),
  ...inFile('message/template.ts', 'In UTF-8 no character begins with the byte 0x80, and none has the byte 0xff.', {
    'const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? classOf(byte) : WIDE));': [
      '< -> <=',
      '0x80 -> 129',
      '256 -> 255',
      '256 -> 257',
    ],
  }),
  ...inFile('bytes/inflate.ts', 'What is left of a file that was passed over is asked by nobody.', {
    'ready.length = 0;': ['0 -> 1'],
  }),
  ...inFile('formats/own-table/own-objects.ts', 'What is enough is more than one field (guess.ts).', {
    'recognise: ({ keys, text }) => (keys !== undefined && fieldsIn(text).size > 0 ? WEAK : 0),': ['0 -> 1'],
  }),
  ...inFile('records/csv/byte-batch.ts', 'Set before a batch is handed on (byte-reader.ts).', {
    'firstByte = 0;': ['0 -> 1', '0 -> (-1)'],
  }),
  ...inFile('memory/key-table.ts', 'Behind the last slot stands nothing.', { 'for (let at = 0; at < old.length; at += 2) {': ['< -> <='] }),
  ...inFile('findings/shared/run-rules.ts', 'Where there is nothing to ask messages for, they are passed in vain.', {
    'if (others.length > 0) for (const message of kept) for (const { test, trail } of others) if (test(message)) trail.add(message);': [
      '0 -> (-1)',
    ],
  }),
  ...inFile('findings/shared/claims.ts', 'Twice as many of each stand in the same order.', {
    'else this.#others.set(owner, (this.#others.get(owner) ?? 0) + 1);': ['1 -> 2'],
  }),
  ...inFile('records/objects/object-splitter.ts', 'What is looked for behind the first character is not found there.', {
    'return place < 0 || this.#readAgain + broken.length - place > mayRead ? undefined : start + place;': ['< -> <='],
  }),
  ...inFile('records/csv/line-ends.ts', FARTHEST, { 'if (at - from > longest) longest = at - from;': ['> -> >='] }),
  {
    file: 'src/guide/tree/machine.ts',
    before: "id: 'guide',",
    changes: ["'guide' -> ''"],
    reason: 'Nothing calls the machine by its name.',
  },
  ...inFile('message/sid.ts', 'Its sign alone is asked for.', { 'let seen = 0;': ['0 -> 1'] }),
  ...inFile('memory/key-table.ts', 'Behind the last slot stands nothing.', {
    'for (let slot = 0; slot < slots.length; slot += 2) {': ['< -> <='],
  }),
  ...inFile('words/moment.ts', 'Days before the year 1000 are printed alike either way.', {
    'const FIRST_DAY = Date.UTC(1000, 0, 1) / DAY_MS;': ['0 -> (-1)'],
  }),
  ...inFile('index/states.ts', 'A table of none is asked in vain.', {
    'const winner = winners.size === 0 ? undefined : winners.get(key);': ['0 -> (-1)'],
  }),
  ...inFile('records/csv/closings.ts', 'A sum is odd where the difference is.', {
    'if ((own - opening) % 2 === 1 && this.#all[firstAbove(this.#all, own - 1)] === own) return own;': ['- -> +'],
  }),
];
