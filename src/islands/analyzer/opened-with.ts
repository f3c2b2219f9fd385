import type { Offer } from './dropped.ts';
import { offerOf } from './handles.ts';

/** What the system hands to the installed app; browsers that install none, or open no files with it, have no such queue. */
interface LaunchQueue {
  readonly setConsumer: (take: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void) => void;
}

/** Tells what the installed app was opened with (`file_handlers` in src/pages/manifest.webmanifest.ts); one file that cannot be had refuses the lot, as in a drop. */
export function onOpenedWith(take: (offer: Offer) => void): void {
  (globalThis as { readonly launchQueue?: LaunchQueue }).launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length > 0) void offerOf(files).then(take);
  });
}
