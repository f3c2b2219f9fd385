import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { createActor } from 'xstate';
import { runJob } from '../../worker/client.ts';
import { startAnalyzer } from '../../worker/start.ts';
import { readKnowledge } from './knowledge-data.ts';
import { sessionMachine } from './session.ts';
import type { ReadFiles } from './session.ts';

const read: ReadFiles = (files, how) => runJob(files, { ...how, knowledge: readKnowledge(document), start: startAnalyzer });

/** The session of this page: its state as a signal, and where to send events. */
export function useSession() {
  const session = useMemo(() => {
    const actor = createActor(sessionMachine, { input: { read, now: () => performance.now() } });
    return { actor, state: signal(actor.getSnapshot()) };
  }, []);
  useEffect(() => {
    const { actor, state } = session;
    actor.subscribe((snapshot) => {
      state.value = snapshot;
    });
    actor.start();
    return () => {
      actor.stop();
    };
  }, [session]);
  return session;
}
