import { EXPORT_FORMATS } from '@/domain/export/formats';
import type { ExportTarget } from './export';
import type { Shown, ScopeChoice } from './scope';

/** Where the last export's choices are kept: of this browser alone. */
const NAME = 'gloss:export';

/** What was exported last, and of which papers. */
interface LastExport {
  target: ExportTarget;
  scope: ScopeChoice;
}

/** What is offered first: the last choices, as far as they can be made now; papers that are chosen in the list before all. */
export function firstChoice(
  storage: Pick<Storage, 'getItem'>,
  { chosen, query, paper, tags }: Shown,
): LastExport {
  const last = read(storage);
  const isThere: Partial<Record<ScopeChoice['kind'], boolean>> = {
    search: query !== '',
    selection: false,
    paper: paper !== null,
    tag:
      last.scope.kind === 'tag' &&
      tags.some(({ id }) => 'id' in last.scope && id === last.scope.id),
  };
  const scope: ScopeChoice = isThere[last.scope.kind] === false ? { kind: 'all' } : last.scope;
  return { target: last.target, scope: chosen.length > 0 ? { kind: 'selection' } : scope };
}

const FIRST: LastExport = { target: 'gloss', scope: { kind: 'all' } };

function read(storage: Pick<Storage, 'getItem'>): LastExport {
  try {
    const { target = 'gloss', scope = FIRST.scope } = JSON.parse(
      storage.getItem(NAME) ?? '{}',
    ) as Partial<LastExport>;
    const isKnown = target === 'gloss' || target in EXPORT_FORMATS;
    return isKnown ? { target, scope } : FIRST;
  } catch {
    // Of another version, or not ours.
    return FIRST;
  }
}

export const keepChoice = (storage: Pick<Storage, 'setItem'>, last: LastExport): void =>
  storage.setItem(NAME, JSON.stringify(last));
