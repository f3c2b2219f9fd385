import { useEffect, useState } from 'preact/hooks';
import type { Filter } from '../../analyzer/report/filter.ts';
import type { Report } from '../../analyzer/report/report.ts';
import type { LogInHand } from '../../worker/client.ts';
import type { SaidUnder } from '../../worker/requests/said.ts';
import { BreakdownTable } from './BreakdownTable.tsx';
import { linkBreakdown, textBreakdown } from './breakdown-tables.ts';
import { Sentence } from './Sentence.tsx';

interface Props {
  readonly log: LogInHand;
  readonly filter: Filter;
  /** The report on what the filter takes. */
  readonly report: Report;
  /** Told what was answered, and of which filter. */
  readonly onTold: (told: Told) => void;
}

/** What messages say, by the filter that takes them as JSON. */
export interface Told {
  readonly key: string;
  readonly said: SaidUnder;
}

/** What the messages say: their texts and links, and what they have in common if that is anything. Asked for when it is drawn. */
export function Said({ log, filter, report, onTold }: Props) {
  const key = JSON.stringify(filter);
  const [known, setKnown] = useState<{ readonly key: string; readonly report: Report; readonly said: SaidUnder }>();
  useEffect(() => {
    const stop = new AbortController();
    void log.ask({ kind: 'said', filter }, stop.signal).then((reply) => {
      if (reply.kind !== 'answer' || stop.signal.aborted) return;
      setKnown({ key, report, said: reply.value });
      onTold({ key, said: reply.value });
    });
    return () => {
      stop.abort();
    };
  }, [log, key, report]);
  if (known === undefined) return null;
  const { texts, common } = known.said;
  return (
    <>
      {common === undefined || known.key !== key ? null : (
        <p class="note">
          <strong>In common:</strong> <Sentence pieces={common} />
        </p>
      )}
      {[textBreakdown(known.report, texts), linkBreakdown(known.report, texts)].map((breakdown) => (
        <BreakdownTable key={breakdown.id} breakdown={breakdown} isStale={known.key !== key} />
      ))}
    </>
  );
}
