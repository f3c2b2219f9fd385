/** The analyzer on a thread of its own; started from a blob (start.ts), so the page's policy holds here too: nothing can be fetched. */
import { analyze } from '../analyzer/analyze.ts';
import type { Analysis } from '../analyzer/analyze.ts';
import type { Source } from '../analyzer/bytes/source.ts';
import { reportJson } from '../analyzer/write/json.ts';
import type { Answer, Request, Response } from './protocol.ts';
import { cut } from './slices.ts';
import { ALIVE_EVERY_MS } from './watchdog.ts';

const send = (response: Response): void => {
  postMessage(response);
};

const sourceOf = (file: File): Source => ({ name: file.name, size: file.size, stream: () => file.stream() });

function answerOf(analysis: Analysis, words: Request['words']): Answer {
  if (analysis.kind !== 'report') return analysis;
  const { kind, report, declined, tables = [] } = analysis;
  return { kind, report, declined, tables, json: new Blob([reportJson(report, words)], { type: 'application/json' }) };
}

/** Sends an answer in pieces, so that no single message keeps the page busy for long. */
function sendAnswer(analysis: Analysis, words: Request['words']): void {
  const answer = answerOf(analysis, words);
  const { trunk, slices } = cut(answer);
  for (const slice of slices) send({ kind: 'slice', slice });
  send({ kind: 'answer', trunk });
}

addEventListener('message', ({ data: { files, knowledge, words, told } }: MessageEvent<Request>) => {
  // Told by a timer and not by the reader: a file on a slow disk or behind a network can keep reading waiting for long.
  setInterval(() => {
    send({ kind: 'alive' });
  }, ALIVE_EVERY_MS);
  analyze(files.map(sourceOf), {
    knowledge,
    told,
    now: () => performance.now(),
    progressEveryMs: 100,
    onProgress: (progress) => {
      send({ kind: 'progress', progress });
    },
  })
    .then((analysis) => {
      sendAnswer(analysis, words);
    })
    .catch((error: unknown) => {
      send({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    });
});
