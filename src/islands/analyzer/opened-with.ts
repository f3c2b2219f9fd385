import { declinedAs } from '../../analyzer/report/declined.ts';
import type { Offer } from './dropped.ts';

/** What the system hands to the installed app; browsers that install none, or open no files with it, have no such queue. */
interface LaunchQueue {
  readonly setConsumer: (take: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void) => void;
}

async function offerOf(handles: readonly FileSystemFileHandle[]): Promise<Offer> {
  try {
    return { kind: 'files', files: await Promise.all(handles.map((handle) => handle.getFile())) };
  } catch {
    const declined = handles.map(({ name }) =>
      declinedAs(
        name,
        'unreadable',
        'could not be opened; nothing was read',
        'It may have been moved, or may not be read by this app. Drop it on this page.',
      ),
    );
    return { kind: 'refused', declined };
  }
}

/** Tells what the installed app was opened with (`file_handlers` in src/pages/manifest.webmanifest.ts); one file that cannot be had refuses the lot, as in a drop. */
export function onOpenedWith(take: (offer: Offer) => void): void {
  (globalThis as { readonly launchQueue?: LaunchQueue }).launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length > 0) void offerOf(files).then(take);
  });
}
