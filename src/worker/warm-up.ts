import { analyze } from '../analyzer/analyze.ts';
import type { Source } from '../analyzer/bytes/source.ts';
import type { Knowledge } from '../catalog/knowledge.ts';
import { nextTask } from './next-task.ts';

/** A browser makes code fast once it ran some thousand times; more rounds than these gain little. */
const ROUNDS = 4;
const ROWS = 1_000;

const HEADING = 'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit';
const texts = [
  'Your code is 000000. It ends in ten minutes.',
  'Hi, your order 0000000 has left us: https://shop.example/t/0000',
  'Last chance! Everything at half price today 🎉\nAnswer STOP to end.',
];
const fates = [
  ['delivered', '0'],
  ['undelivered', '30003'],
  ['delivered', '0'],
  ['sent', '0'],
  ['delivered', '0'],
  ['undelivered', '30007'],
  ['delivered', '0'],
  ['failed', '21610'],
] as const;

/** A log of nobody: numbers kept for fiction, five days, a ninth part replies. */
function madeUp(): Source {
  const lines = Array.from({ length: ROWS }, (_, row) => {
    const [status, code] = fates[row % fates.length] ?? fates[0];
    const ours = `+1202555010${String(row % 4)}`;
    const theirs = row % 5 === 0 ? `+447700900${String(row % 1000).padStart(3, '0')}` : `+1312555${String(row % 10_000).padStart(4, '0')}`;
    const time = new Date(Date.UTC(2025, 0, 6) + row * 432_000).toISOString();
    const ids = `AC${'0'.repeat(32)},SM${row.toString(16).padStart(32, '0')}`;
    return row % 9 === 0
      ? `${theirs},${ours},Thanks,received,${time},2010-04-01,1,0,${ids},inbound,-0.0083,USD`
      : `${ours},${theirs},"${texts[row % texts.length] ?? ''}",${status},${time},2010-04-01,1,${code},${ids},outbound-api,-0.0083,USD`;
  });
  const bytes = new TextEncoder().encode([HEADING, ...lines].join('\n'));
  return {
    name: 'warm-up.csv',
    size: bytes.length,
    stream: () => new Blob([bytes]).stream(),
    slice: (from, to) => Promise.resolve(bytes.slice(from, to)),
  };
}

/**
 * Reads a made-up log some times, so that the code for the reader's own is compiled when it comes. Nothing of it is kept.
 *
 * @param goesOn asked between two readings
 * @returns how many there were
 */
export async function warmUp(knowledge: Knowledge, goesOn: () => boolean): Promise<number> {
  const source = madeUp();
  let rounds = 0;
  for (; rounds < ROUNDS && goesOn(); rounds += 1) {
    await analyze([source], { knowledge, keeps: true });
    await nextTask();
  }
  return rounds;
}
