import { CODE_HOST, type Stated } from '@/domain/paper/facts';
import { foreignText } from '@/domain/text/foreign-text';
import type { TaggedEntry } from './tagged';

/** When it appeared: `DA` (`2024/06/20/`, by some tools `2024-06-20`), else the year; tools write both into `PY` and `Y1`. */
function publishedIn(entry: TaggedEntry): string {
  const dates = entry.all('DA', 'PY', 'Y1').map((date) =>
    date.replace(
      /^(\d{4})(?:[-/](0?[1-9]|1[0-2])(?![0-9]))?(?:[-/](\d{1,2})(?![0-9]))?.*$/s,
      (_, ...parts: string[]) =>
        parts
          .slice(0, 3)
          .filter(Boolean)
          .map((part) => part.padStart(2, '0'))
          .join('-'),
    ),
  );
  return dates.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

/** What an entry states beside title, authors and abstract. */
export function statedIn(entry: TaggedEntry): Stated {
  const pages = [entry.first('SP'), entry.first('EP')].filter(Boolean).join('–');
  return {
    published: publishedIn(entry),
    venue: foreignText(entry.first('T2', 'JF', 'JO', 'JA', 'J1', 'J2') ?? ''),
    volume: entry.first('VL'),
    issue: entry.first('IS'),
    pages,
    version: entry.first('ET'),
    pdf: entry.first('L1'),
    code: entry.all('L2').find((link) => CODE_HOST.test(link)),
  };
}
