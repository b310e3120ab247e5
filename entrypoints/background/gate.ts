import { type Failure, fail, type Result } from '@/domain/result';
import type { Trouble } from '@/domain/mark';
import type { AppProtocol } from '@/rpc/protocol';
import type { Handlers, HandlersOf } from '@/rpc/serve';
import type { Keeper, Stores } from './keeper';

type Name = keyof AppProtocol;

/** Calls that need no library. */
const FREE: ReadonlySet<string> = new Set<Name>([
  'page.digest',
  'page.teach',
  'page.counts',
  'page.annotate',
  'frame.window',
  'frame.vouch',
  'settings.open',
  'sites.allowed',
]);

/** Calls that change nothing: a library of which a part is missing still answers them. */
const READS: ReadonlySet<string> = new Set<Name>([
  'page.states',
  'page.open',
  'tags.list',
  'tags.counted',
  'tags.complete',
  'settings.page',
  'settings.load',
  'searches.list',
  'library.newest',
  'library.between',
  'library.papers',
  'paper.history',
  'trash.list',
  'topics.load',
  'backup.list',
  'backup.preview',
  'backup.progress',
  'checkup.last',
  'export.papers',
  'export.head',
  'export.count',
  'export.sightings',
  'export.annotated',
]);

/** Calls that pass in any state of the library: they bring it back or report on it. */
export type CareCall = 'backup.folder' | 'backup.take';
const CARE: ReadonlySet<string> = new Set<CareCall>(['backup.folder', 'backup.take']);

/** Whether a call may write to the databases. */
export const isWriting = (name: string): boolean => !FREE.has(name) && !READS.has(name);

const failureOf = (trouble: Trouble): { ok: false; error: Failure } =>
  fail(trouble, `The library is ${trouble}.`);

interface GateOptions {
  keeper: Keeper;
  /** The names of all calls that need the databases. */
  names: readonly Name[];
  /** Makes the answers; called again when other databases are opened. */
  handlersFor: (stores: Stores) => Handlers;
  /** Called with each failure. */
  noted: (call: string, failure: Failure) => void;
}

/**
 * The same calls, let in where the library is known to be the one that was here. A write to any other is refused by its
 * reason, so that the caller keeps the typed text; failures of the database are looked into.
 */
export function throughGate({
  keeper,
  names,
  handlersFor,
  noted,
}: GateOptions): HandlersOf<AppProtocol> {
  let made: { stores: Stores; handlers: Handlers } | null = null;
  const handlersNow = async (): Promise<Handlers> => {
    const stores = await keeper.open();
    if (made?.stores !== stores) made = { stores, handlers: handlersFor(stores) };
    return made.handlers;
  };
  const isLetIn = (name: string, trouble: Trouble): boolean =>
    CARE.has(name) || (trouble === 'smaller' && READS.has(name));
  const gated =
    (name: string): Handlers[string] =>
    async (ask, sender) => {
      const answer = async (): Promise<Result<unknown>> => {
        const handler = (await handlersNow())[name];
        return handler ? handler(ask, sender) : fail('invalid', `There is no call ${name}.`);
      };
      if (FREE.has(name)) return answer();
      const trouble = await keeper.enter();
      if (trouble !== null && !isLetIn(name, trouble)) return failureOf(trouble);
      const first = await answer();
      if (first.ok) {
        if (!READS.has(name)) await keeper.written();
        return first;
      }
      noted(name, first.error);
      if (first.error.reason !== 'storage' || CARE.has(name)) return first;
      // The browser may have closed the database, or lost it: every write is known by its operation.
      const found = await keeper.look();
      if (found !== null && !isLetIn(name, found)) return failureOf(found);
      const second = await answer();
      if (second.ok && !READS.has(name)) await keeper.written();
      return second;
    };
  // Each is paired with its argument by its name.
  return Object.fromEntries(names.map((name) => [name, gated(name)])) as HandlersOf<AppProtocol>;
}
