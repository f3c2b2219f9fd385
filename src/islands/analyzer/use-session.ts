import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { createActor } from 'xstate';
import { runJob } from '../../worker/client.ts';
import { saidColumns } from '../../hand-over/columns.ts';
import { rememberedTables } from './map-columns.ts';
import { loadParts } from './parts.ts';
import { sessionMachine } from './session.ts';
import type { ReadFiles } from './session.ts';

const NOT_LOADED =
  'The log was not opened: a part of the analyzer could not be loaded. The connection to this site is gone, or the site has changed since this page was opened; reload the page.';

/** Reads files with the parts of the analyzer, which are taken first where they are not there yet. */
export const readFiles: ReadFiles = async (files, how) => {
  const parts = await loadParts().catch(() => undefined);
  if (parts === undefined) return { kind: 'failed', reason: NOT_LOADED };
  const { tables = rememberedTables(saidColumns()) } = how.told;
  return runJob(files, { ...how, told: { ...how.told, tables }, threads: parts.threads });
};

/** The session of this page: its state as a signal, and where to send events. */
export function useSession() {
  const session = useMemo(() => {
    const actor = createActor(sessionMachine, { input: { read: readFiles, now: () => performance.now() } });
    return { actor, state: signal(actor.getSnapshot()) };
  }, []);
  useEffect(() => {
    const { actor, state } = session;
    actor.subscribe((snapshot) => {
      state.value = snapshot;
    });
    actor.start();
    return () => {
      actor.getSnapshot().context.finished?.log?.close();
      actor.stop();
    };
  }, [session]);
  return session;
}
