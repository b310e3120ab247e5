import { statedFacts } from '@/domain/import/dates';
import { CODE_HOST, type Facts } from '@/domain/paper/facts';
import { foreignText } from '@/domain/text/foreign-text';
import type { TaggedEntry } from './tagged';

/** What an entry states beside title, authors and abstract. */
export function risFacts(entry: TaggedEntry): { facts: Facts; unread: string[] } {
  const pages = [entry.first('SP'), entry.first('EP')].filter(Boolean).join('–');
  const stated = {
    venue: foreignText(entry.first('T2', 'JF', 'JO', 'JA', 'J1', 'J2') ?? ''),
    volume: entry.first('VL'),
    issue: entry.first('IS'),
    pages,
    version: entry.first('ET'),
    pdf: entry.first('L1'),
    code: entry.all('L2').find((link) => CODE_HOST.test(link)),
  };
  // Tools write years and dates into each of these.
  const dates = ['DA', 'PY', 'Y1'].flatMap((tag) =>
    entry.all(tag).map((said) => [tag, said] as const),
  );
  return statedFacts(stated, dates, 'ris');
}
