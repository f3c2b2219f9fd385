/** Resolves in a task of its own, after messages that have come meanwhile. Not a timer: those wait for a second each in a tab that is not seen. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
