import type { Stated } from '@/domain/paper/facts';
import { fromVerbatimTex } from '@/domain/text/from-tex';
import type { BibFields } from './fields';
import { aasJournal } from './journals';
import { bibText } from './text';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A month in BibTeX, by its name or its number, in two digits. */
function monthOf(text: string): string | undefined {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  const month = named > 0 ? named : Number(text);
  return month >= 1 && month <= 12 ? String(month).padStart(2, '0') : undefined;
}

/** When it appeared, by `date` (BibLaTeX), else by year, month and day. */
function publishedIn(plain: (name: string) => string): string {
  if (plain('date')) return plain('date');
  const month = monthOf(plain('month'));
  const day = /^\d{1,2}$/.test(plain('day')) ? plain('day').padStart(2, '0') : undefined;
  return [plain('year'), month, month && day].filter(Boolean).join('-');
}

/** What an entry states beside title, authors and abstract. */
export function statedIn(fields: BibFields): Stated {
  const plain = (name: string): string => bibText(fields.first(name) ?? '');
  const journal = (name: string): string => aasJournal(fields.first(name) ?? '') ?? plain(name);
  const address = (name: string): string | undefined =>
    fromVerbatimTex(fields.first(name) ?? '').trim() || undefined;
  return {
    published: publishedIn(plain),
    venue: journal('journal') || journal('journaltitle') || plain('booktitle'),
    volume: plain('volume'),
    issue: plain('number') || plain('issue'),
    pages: plain('pages'),
    version: plain('version'),
    code: address('code'),
    pdf: address('pdf'),
  };
}
