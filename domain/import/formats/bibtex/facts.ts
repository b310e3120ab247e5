import { statedFacts } from '@/domain/import/dates';
import type { Facts } from '@/domain/paper/facts';
import { fromVerbatimTex } from '@/domain/text/from-tex';
import type { BibFields } from './fields';
import { aasJournal } from './journals';
import { bibText } from './text';

/** When it appeared, by BibTeX's fields, whose month is a name or a number. */
function dateIn(plain: (name: string) => string): string {
  const month = /^(?:\d{1,2}$|[a-z]{3,})/i.exec(plain('month'))?.[0] ?? '';
  const day = /^\d{1,2}$/.test(plain('day')) ? plain('day') : '';
  const parts = [plain('year'), month, month && day].filter(Boolean);
  return parts.join(/^\d/.test(month) ? '-' : ' ');
}

/** What an entry states beside title, authors and abstract. */
export function bibFacts(fields: BibFields): { facts: Facts; unread: string[] } {
  const plain = (name: string): string => bibText(fields.first(name) ?? '');
  const journal = (name: string): string => aasJournal(fields.first(name) ?? '') ?? plain(name);
  const address = (name: string): string | undefined =>
    fromVerbatimTex(fields.first(name) ?? '').trim() || undefined;
  const stated = {
    venue: journal('journal') || journal('journaltitle') || plain('booktitle'),
    volume: plain('volume'),
    issue: plain('number') || plain('issue'),
    pages: plain('pages'),
    version: plain('version') || plain('hal_version'),
    code: address('code'),
    pdf: address('pdf'),
  };
  // BibLaTeX's field first.
  const dates = [['date', plain('date')] as const, ['year', dateIn(plain)] as const];
  return statedFacts(stated, dates, 'bibtex');
}
