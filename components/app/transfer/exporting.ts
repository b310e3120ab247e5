import { signal } from '@preact/signals';
import type { Result } from '@/domain/result';
import type { ExportTarget } from './export';
import { firstChoice, keepChoice } from './last-export';
import type { TransferPorts } from './ports';
import { idsInScope, type ScopeChoice } from './scope';

/** The library, or a part of it, to a file. */
export function createExporting({ call, now, shown, memory, exportFile, download }: TransferPorts) {
  const first = firstChoice(memory, shown());
  const target = signal<ExportTarget>(first.target);
  const scope = signal<ScopeChoice>(first.scope);
  /** Papers read so far, and of how many; `null` while nothing is exported. */
  const exporting = signal<{ read: number; of: number | null } | null>(null);
  const exported = signal<Result<{ name: string; papers: number }> | null>(null);
  let stop = new AbortController();

  async function write(): Promise<void> {
    if (exporting.peek() !== null) return;
    stop = new AbortController();
    [exporting.value, exported.value] = [{ read: 0, of: null }, null];
    const ids = await idsInScope(call, scope.peek(), now(), shown());
    const all = ids.ok && ids.value === null ? await call('export.count', null) : null;
    const of = ids.ok && ids.value ? ids.value.length : all?.ok ? all.value : null;
    const progress = (papers: number) => (exporting.value = { read: papers, of });
    const file = ids.ok
      ? await exportFile({
          call,
          target: target.peek(),
          scope: ids.value === null ? { kind: 'all' } : { kind: 'ids', ids: ids.value },
          now: now(),
          signal: stop.signal,
          progress,
        })
      : ids;
    if (file.ok) {
      download(file.value.name, file.value.blob);
      keepChoice(memory, { target: target.peek(), scope: scope.peek() });
    }
    [exporting.value, exported.value] = [null, file];
  }

  return { target, scope, exporting, exported, write, stopExport: () => stop.abort() };
}
