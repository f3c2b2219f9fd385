import { useSignal } from '@preact/signals';
import { Fragment } from 'preact';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { errorPath } from '../../catalog/paths.ts';
import { takeHandedOver } from '../../hand-over/files.ts';
import { forgetLastReport, lastReport } from '../../hand-over/last-report.ts';
import { holdLog } from '../../hand-over/log-in-hand.ts';
import type { Told } from '../../analyzer/read-source.ts';
import { announcement } from './announcement.ts';
import { declinedTitle } from './declined-title.ts';
import { DropZone } from './DropZone.tsx';
import { loadParts, loadWhenIdle, parts } from './parts.ts';
import type { Offer } from './dropped.ts';
import { findWay, forgetWay, isKeptWay } from './handles.ts';
import { onOpenedWith } from './opened-with.ts';
import { Problem } from './Problem.tsx';
import { Reading } from './Reading.tsx';
import { Sentence } from '../report/Sentence.tsx';
import { samples } from './samples.ts';
import type { SessionEvent } from './session.ts';
import { readFiles, useSession } from './use-session.ts';

/** Opens the report that was kept in this tab, if its parts can be had; else the page stays empty, and nothing is lost. */
async function reopen(send: (event: SessionEvent) => void): Promise<void> {
  const loaded = await loadParts().catch(() => undefined);
  const found = loaded?.keep.keptReport();
  if (found !== undefined) send({ type: 'reopen', ...found });
}

/** The analyzer: takes logs in, shows what the session is doing. */
export function Analyzer() {
  const { actor, state } = useSession();
  const ready = useSignal(false);
  /** Whether the reader asked for the place for another log. */
  const changing = useSignal(false);
  /** Whether the report comes back after a reload. */
  const isKeepable = useSignal(true);
  const send = useCallback(
    (event: SessionEvent) => {
      actor.send(event);
    },
    [actor],
  );
  const take = useCallback(
    (offer: Offer) => {
      if (offer.kind === 'files') send({ type: 'files', files: offer.files });
      else if (offer.kind === 'refused') send({ type: 'refuse', declined: offer.declined });
    },
    [send],
  );
  useEffect(() => {
    void loadWhenIdle().then((all) => {
      ready.value = all;
    });
    void takeHandedOver().then((files) => {
      if (files.length > 0) send({ type: 'files', files });
      else if (lastReport() !== undefined) void findWay().then(() => reopen(send));
    });
    onOpenedWith(take);
  }, [ready, send, take]);
  const { value, context } = state.value;
  const isInHand = value !== 'idle';
  useEffect(() => (isInHand ? holdLog() : undefined), [isInHand]);
  const { finished, under } = context;
  const loaded = parts.value;
  useEffect(() => {
    if (finished === undefined || loaded === undefined) return;
    changing.value = false;
    isKeepable.value = finished.isKept || loaded.keep.keepReport(finished.report);
    if (!finished.isKept && !isKeptWay(finished.files)) void forgetWay();
  }, [finished, loaded, changing, isKeepable]);
  const kept = finished !== undefined;
  const again = (told: Told): void => {
    if (finished !== undefined) send({ type: 'files', files: finished.files, told });
  };
  // The same as before where nothing of it has changed: Preact leaves it alone then, however often a reading tells how far it is.
  const view = useMemo(
    () =>
      finished === undefined || under === undefined || loaded === undefined ? null : (
        <loaded.View
          key={finished.ordinal}
          finished={finished}
          under={under}
          onFilter={(chips, how) => {
            send({ type: 'filter', chips, ...how });
          }}
          knowledge={loaded.knowledge}
          words={loaded.words}
          fresh={!finished.isKept}
          isKeepable={isKeepable.value}
          onForget={() => {
            forgetLastReport();
            void forgetWay();
            send({ type: 'forget' });
          }}
          changing={changing.value}
          read={readFiles}
          onChange={() => {
            changing.value = !changing.value;
          }}
        />
      ),
    [finished, under, loaded, isKeepable.value, changing.value, send, changing, isKeepable],
  );
  return (
    <div class="analyzer" data-state={value} data-ready={ready.value}>
      <p class="visually-hidden" role="status">
        {announcement(value, context.progress, finished)}
      </p>
      <DropZone
        send={send}
        samples={samples}
        small={kept || value !== 'idle'}
        folded={kept && !changing.value && (value === 'report' || value === 'reading')}
      />
      {value === 'reading' ? (
        <Reading
          files={context.files}
          progress={context.progress}
          startedAt={context.startedAt}
          ignored={context.ignored}
          onCancel={() => {
            send({ type: 'cancel' });
          }}
        />
      ) : null}
      {value === 'cancelled' ? (
        <Problem title="Reading was cancelled" kept={kept}>
          <p>Nothing of the file was kept.</p>
        </Problem>
      ) : null}
      {value === 'failed' ? (
        <Problem title="The log could not be read to its end" kept={kept}>
          <p>{context.reason}</p>
          <p>
            This is a fault of the analyzer or of the browser’s memory, not of your log. Try the file alone in a fresh tab, or the command
            line.
          </p>
        </Problem>
      ) : null}
      {value === 'declined' ? (
        <Problem
          key={context.declined.map(({ source, kind }) => `${source} ${kind}`).join()}
          title={declinedTitle(context.declined)}
          kept={kept}
        >
          <ul class="declined">
            {context.declined.map(({ text, advice, line, codes = [] }, i) => (
              <li key={i}>
                <strong>
                  <Sentence pieces={text} />
                </strong>{' '}
                {line === undefined ? null : <span class="soft">(line {line}) </span>}
                <Sentence pieces={advice} />
                {codes.length === 0 ? null : (
                  <p>
                    Codes in it:{' '}
                    {codes.map((code, place) => (
                      <Fragment key={code}>
                        {place === 0 ? null : ', '}
                        {loaded?.knowledge.codes[code]?.page === true ? <a href={errorPath(code)}>{code}</a> : code}
                      </Fragment>
                    ))}
                  </p>
                )}
              </li>
            ))}
          </ul>
          {loaded === undefined
            ? null
            : context.unknown.map((table) => (
                <loaded.around.MapColumns
                  key={table.source}
                  table={table}
                  tables={context.told.tables}
                  onRead={(tables) => {
                    send({ type: 'files', files: context.files, told: { ...context.told, tables } });
                  }}
                />
              ))}
        </Problem>
      ) : null}
      {finished?.isKept !== true || loaded === undefined ? null : <loaded.around.WayBack finished={finished} onOffer={take} />}
      {finished === undefined || loaded === undefined ? null : <loaded.around.Questions finished={finished} onAgain={again} />}
      {view}
      {finished === undefined || loaded === undefined ? null : (
        <>
          {finished.isKept ? null : <loaded.around.WayBack finished={finished} onOffer={take} />}
          <loaded.around.WhatWasRead key={finished.ordinal} finished={finished} onAgain={again} />
        </>
      )}
    </div>
  );
}
