import { useRef } from 'preact/hooks';
import { skippedCsv, skippedRows } from '../../analyzer/write/skipped.ts';
import type { Told } from '../../analyzer/read-source.ts';
import type { SourceReport } from '../../analyzer/report/report.ts';
import { counted, figure } from '../kit/figures.ts';
import { SaveButton } from '../kit/SaveButton.tsx';
import { shown } from '../kit/view-settings.ts';
import { useUnfoldedOnPaper } from '../kit/while-printing.ts';
import { fileName } from '../take-away/lists.ts';
import { MapColumns } from './MapColumns.tsx';
import { canBeReadAgain } from './open-questions.ts';
import type { Finished } from './session.ts';
import { linesOfSource } from './what-was-read.ts';

interface Props {
  readonly finished: Finished;
  readonly onAgain: (told: Told) => void;
}

function Source({ source }: { readonly source: SourceReport }) {
  const say = shown.value;
  return (
    <>
      <h3>
        <bdi>{say(source.name)}</bdi>
      </h3>
      <table>
        <tbody>
          {linesOfSource(source).map(([name, words]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <bdi>{say(words)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** All that was read and all that was not, file by file; the rows add up. */
export function WhatWasRead({ finished, onAgain }: Props) {
  const { report, told, tables } = finished;
  const whole = useRef<HTMLDivElement>(null);
  useUnfoldedOnPaper(whole);
  const skipped = skippedRows(report);
  const isAgain = canBeReadAgain(finished);
  return (
    <div ref={whole}>
      <details class="note">
        <summary>What was read, and what was not</summary>
        <h3 id="what-was-read" class="visually-hidden">
          Files
        </h3>
        {report.sources.map((source, place) => (
          <Source key={place} source={source} />
        ))}
        {skipped === 0 ? null : (
          <>
            <p>
              {counted(skipped, 'row')} could not be read. The list names file, line and reason
              {skipped > 1000 ? ' of the first thousand of each file' : ''}.
            </p>
            <SaveButton
              label={`Save the list of ${figure(skipped)} skipped`}
              name={fileName(report, 'skipped', 'csv')}
              type="text/csv"
              text={() => skippedCsv(report)}
            />
          </>
        )}
        {report.notJudged.length === 0 ? null : (
          <>
            <h3>What this log cannot answer</h3>
            <ul>
              {[...new Set(report.notJudged.map(({ why }) => why))].map((why) => (
                <li key={why}>{why}</li>
              ))}
            </ul>
          </>
        )}
        {isAgain
          ? tables.map((table, place) => (
              <details key={place} class="note no-print">
                <summary>
                  Say which column is which in <bdi>{shown.value(table.source)}</bdi>
                </summary>
                <MapColumns
                  table={table}
                  tables={told.tables}
                  onRead={(said) => {
                    onAgain({ ...told, tables: said });
                  }}
                />
              </details>
            ))
          : null}
      </details>
    </div>
  );
}
