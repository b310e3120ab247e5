import { ok, type Result } from '@/domain/result';
import { storageFailure } from './failure';
import { currentPlace } from './place';

/*
 * The folder that a person chose for backups. A page asks for it (a click is needed), the background writes to
 * it. A handle is no JSON, so it can't be sent: it waits in a database of its own, which both open, where the
 * library's databases are: the place that was left may never open again.
 */

/** What the File System Access API adds, and TypeScript does not know (https://wicg.github.io/file-system-access/). */
interface Permitted {
  queryPermission?: (ask: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (ask: { mode: 'readwrite' }) => Promise<PermissionState>;
}
type Picker = (options: {
  id: string;
  mode: 'readwrite';
  startIn: string;
}) => Promise<FileSystemDirectoryHandle>;

const STORE = 'handles';
const KEY = 'backups';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('The folder can’t be remembered.')),
    );
  });

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = (await currentPlace()).open('gloss-folder', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
  const db = await done(opening);
  try {
    return await done(work(db.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    db.close();
  }
}

/** The folder that was chosen; `undefined` where none was, or where the browser can't tell any more. */
export const chosenFolder = (): Promise<FileSystemDirectoryHandle | undefined> =>
  inStore(
    'readonly',
    (store) => store.get(KEY) as IDBRequest<FileSystemDirectoryHandle | undefined>,
  ).catch(() => undefined);

/** Forgets the chosen folder; the files in it stay. */
export const forgetFolder = (): Promise<undefined> =>
  inStore('readwrite', (store) => store.delete(KEY));

/** Whether this browser lets a person choose a folder. */
export const canChooseFolder = (): boolean => 'showDirectoryPicker' in globalThis;

/** Lets a person choose a folder, and keeps it; `false` when they did not. Needs a click. Fails where it can't be kept. */
export async function chooseFolder(): Promise<Result<boolean>> {
  const picker = (globalThis as unknown as { showDirectoryPicker: Picker }).showDirectoryPicker;
  try {
    const folder = await picker({ id: 'gloss', mode: 'readwrite', startIn: 'documents' });
    await inStore('readwrite', (store) => store.put(folder, KEY));
    return ok(true);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return ok(false);
    return storageFailure(error);
  }
}

/** Whether the browser lets us write to the folder now, without a question. */
export async function isAllowed(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const state = await (folder as Permitted).queryPermission?.({ mode: 'readwrite' });
  return state === undefined || state === 'granted';
}

/** Lets the person allow the folder again. Needs a click. */
export async function allowFolder(): Promise<boolean> {
  const folder = await chosenFolder();
  const state = await (folder as Permitted | undefined)?.requestPermission?.({ mode: 'readwrite' });
  return state === 'granted';
}
