import { useContext } from 'preact/hooks';
import type { ListedNumber, NumberList, Report } from '../../analyzer/report/report.ts';
import { afterFixWords, isReady, listCsv, listDigits, type ReasonWords } from '../../analyzer/write/number-list.ts';
import { listIds, listWords, type ListId } from '../../catalog/number-lists.ts';
import { Filters } from '../filter/Only.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { counted } from '../kit/figures.ts';
import { SaveButton } from '../kit/SaveButton.tsx';
import { FirstNumbers } from './FirstNumbers.tsx';
import { fileName } from './lists.ts';

interface Props extends ReasonWords {
  readonly report: Report;
}

/** The lists of numbers to act on: masked on the screen, whole in what is saved or copied, and the buttons say so. */
export function NumberLists({ report, ...wording }: Props) {
  const { answered } = useContext(Filters);
  const { lists, notListed } = report;
  const met = listIds.filter((id) => lists[id].numbers > 0);
  const { reachedSince, withoutNumber, withoutCode = 0 } = notListed;
  if (met.length === 0 && withoutCode === 0) return null;
  return (
    <>
      {met.map((id) => (
        <List key={id} id={id} list={lists[id]} file={(what, extension) => fileName(report, what, extension, answered)} {...wording} />
      ))}
      <p class="table-note">
        {met.length === 0 ? null : 'Each number stands on one list only; what must not be done goes before what may.'}
        {reachedSince === 0 ? null : ` On none: ${counted(reachedSince, 'failed message')} whose number was delivered to later.`}
        {withoutNumber === 0 ? null : ` On none: ${counted(withoutNumber, 'failed message')} to what is no phone number.`}
        {withoutCode === 0
          ? null
          : ` On none: ${counted(withoutCode, 'failed message')} of which the log has no error code, so it cannot be told whether to send again.`}
      </p>
    </>
  );
}

interface ListProps extends ReasonWords {
  readonly id: ListId;
  readonly list: NumberList;
  readonly file: (what: string, extension: string) => string;
}

function List({ id, list, file, ...wording }: ListProps) {
  const { numbers, messages, entries } = list;
  const { title, says } = listWords[id];
  const ready = entries.filter(isReady);
  const later = entries.filter((entry) => !isReady(entry));
  const digits = (some: readonly ListedNumber[], label: string, name: string) =>
    some.length === 0 ? null : <SaveButton label={label} name={file(name, 'txt')} type="text/plain" text={() => listDigits(some)} />;
  return (
    <details class="numbers">
      <summary>
        {title}: {counted(numbers, 'number')}
        {afterFixWords(list)}
      </summary>
      <p class="table-note">
        {says} {counted(messages, 'message')}.
      </p>
      {entries.length === 0 ? (
        <p class="table-note">Whole numbers are not kept when a page is opened again: read the log once more to save this list.</p>
      ) : (
        <>
          <FirstNumbers numbers={entries} />
          <div class="buttons">
            {digits(ready, 'Save whole numbers (.txt)', id)}
            {digits(later, 'Save whole numbers, after a fix (.txt)', `${id}-after-fix`)}
            <SaveButton
              label="Save whole numbers with reasons (CSV)"
              name={file(id, 'csv')}
              type="text/csv"
              text={() => listCsv(entries, wording)}
            />
            {ready.length === 0 ? null : <CopyButton label="Copy whole numbers" text={() => listDigits(ready)} />}
          </div>
        </>
      )}
    </details>
  );
}
