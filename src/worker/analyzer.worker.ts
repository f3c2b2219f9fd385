/** The analyzer on a thread of its own; started from a blob (start.ts), so the page's policy holds here too: nothing can be fetched. */
import { analyze } from '../analyzer/analyze.ts';
import type { Source } from '../analyzer/bytes/source.ts';
import type { Request, Response } from './protocol.ts';

const send = (response: Response): void => {
  postMessage(response);
};

const sourceOf = (file: File): Source => ({ name: file.name, size: file.size, stream: () => file.stream() });

addEventListener('message', ({ data: { files, knowledge } }: MessageEvent<Request>) => {
  analyze(files.map(sourceOf), {
    knowledge,
    now: () => performance.now(),
    progressEveryMs: 100,
    onProgress: (progress) => {
      send({ kind: 'progress', progress });
    },
  }).then(
    (analysis) => {
      if (analysis.kind !== 'report') {
        send({ kind: 'answer', analysis });
        return;
      }
      const { plan: _, ...answer } = analysis;
      send({ kind: 'answer', analysis: answer });
    },
    (error: unknown) => {
      send({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    },
  );
});
