/** Handles of files: what some browsers give beside a file, so that it can be opened again after a reload. */
import { signal } from '@preact/signals';
import { declinedAs } from '../../analyzer/report/declined.ts';
import { forgetWayBack, keepWayBack, wayBack } from '../../hand-over/way-back.ts';
import type { Offer } from './dropped.ts';

/** The browser's chooser that gives handles. */
interface Chooser {
  readonly showOpenFilePicker?: (how: { readonly multiple: boolean }) => Promise<readonly FileSystemFileHandle[]>;
}
/** What such browsers know of a dropped item and of a handle, beside what TypeScript does. */
interface DraggedItem {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}
interface Guarded {
  readonly requestPermission?: (how: { readonly mode: 'read' }) => Promise<PermissionState>;
}

const handles = new WeakMap<File, FileSystemFileHandle>();

/** The handles that are kept for this tab. */
export const kept = signal<readonly FileSystemFileHandle[]>([]);

/** The handles of files, in their order; `undefined` where one has none. */
export function handlesOf(files: readonly File[]): readonly FileSystemFileHandle[] | undefined {
  const found = files.flatMap((file) => handles.get(file) ?? []);
  return found.length === 0 || found.length < files.length ? undefined : found;
}

/** Whether the way to these files is kept. */
export const isKeptWay = (files: readonly File[]): boolean => handlesOf(files)?.every((handle) => kept.value.includes(handle)) === true;

/** Opens files by their handles; one that cannot be had refuses the lot, as in a drop. */
export async function offerOf(opened: readonly FileSystemFileHandle[]): Promise<Offer> {
  try {
    const files = await Promise.all(
      opened.map(async (handle) => {
        const file = await handle.getFile();
        handles.set(file, handle);
        return file;
      }),
    );
    return { kind: 'files', files };
  } catch {
    const declined = opened.map(({ name }) =>
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

/**
 * Opens the browser's chooser.
 *
 * @returns `undefined` where the browser has none that gives handles: the field for files opens its own
 */
export function chooseFiles(): Promise<Offer> | undefined {
  const { showOpenFilePicker: choose } = globalThis as Chooser;
  // Whoever closes it has chosen nothing.
  return choose?.({ multiple: true }).then(offerOf, () => ({ kind: 'nothing' }));
}

/** Finds the handles of what was dropped; to be called while the drop is told of. @param files what it brought, in its order */
export function noteDropped(data: DataTransfer, files: readonly File[]): void {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  for (const [place, file] of files.entries())
    void (items[place] as DraggedItem | undefined)?.getAsFileSystemHandle?.().then(
      (handle) => {
        if (handle instanceof FileSystemFileHandle) handles.set(file, handle);
      },
      () => undefined,
    );
}

/** Looks for the way that this tab kept before it was reloaded. */
export async function findWay(): Promise<void> {
  kept.value = await wayBack();
}

/** Keeps the way to files, as a reader agreed. */
export async function keepWay(files: readonly File[]): Promise<void> {
  const found = handlesOf(files) ?? [];
  kept.value = (await keepWayBack(found)) ? found : [];
}

/** Forgets the way that is kept, if there is one. */
export async function forgetWay(): Promise<void> {
  kept.value = [];
  await forgetWayBack();
}

/** Opens the files whose way was kept; the browser may ask the reader, who has just pressed something. */
export async function goBack(): Promise<Offer> {
  for (const handle of kept.value) await (handle as Guarded).requestPermission?.({ mode: 'read' }).catch(() => undefined);
  return offerOf(kept.value);
}
