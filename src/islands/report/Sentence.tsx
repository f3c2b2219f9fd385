import type { Finding } from '../../analyzer/report/report.ts';
import { foreignPieces } from '../kit/isolate.ts';
import { shown, zone } from '../kit/view-settings.ts';
import { sentenceIn } from '../kit/zone.ts';

/** The sentence of a finding: times in the reader's zone, numbers masked, words of the log apart from ours. */
export function Sentence({ finding: { sentence, subject } }: { readonly finding: Finding }) {
  const say = shown.value;
  return (
    <p class="sentence">
      {foreignPieces(say(sentenceIn(zone.value, sentence)), Object.values(subject).map(say)).map(({ text, foreign }, i) =>
        foreign ? <bdi key={i}>{text}</bdi> : text,
      )}
    </p>
  );
}
