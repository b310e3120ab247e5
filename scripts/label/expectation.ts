import { z } from 'zod/mini';
import type { Entry } from '@/domain/entry';

/** A paper of a page as a person has checked it; empty where the page does not say. */
const Row = z.object({
  title: z.string(),
  /** Its identity with the scheme before it: `arxiv:2406.14598`. */
  id: z.string(),
  /** Names, separated by `;`. */
  authors: z.string(),
  abstract: z.string(),
  /** Four digits. */
  year: z.string().check(z.regex(/^(\d{4})?$/)),
});
export type Row = z.infer<typeof Row>;
export const Rows = z.array(Row);

/** What is written beside a saved page. */
export interface Expectation {
  url: string;
  papers: {
    title: string;
    id: string | null;
    authors?: string[];
    abstract?: string;
    year?: string;
  }[];
}

const SCHEMES = ['arxiv', 'doi', 'openreview', 'acl', 'pmid', 'pmcid', 's2'];
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What Gloss read of an entry, for a person to correct. */
export function rowOf({ title, ids, authors, abstract, date }: Entry): Row {
  const scheme = SCHEMES.find((one) => ids[one]) ?? Object.keys(ids)[0];
  return {
    title,
    id: scheme ? `${scheme}:${ids[scheme]}` : '',
    authors: authors.join('; '),
    abstract,
    year: /^\d{4}/.exec(date ?? '')?.[0] ?? '',
  };
}

/** The rows as an expectation: rows without a title are left out, and so are fields that are empty in all rows. */
export function expectationOf(url: string, rows: readonly Row[]): Expectation {
  const papers = rows
    .map((row) => ({ ...row, title: oneLine(row.title), abstract: oneLine(row.abstract) }))
    .filter(({ title }) => title !== '');
  const hasAny = (field: keyof Row): boolean =>
    papers.some((paper) => oneLine(paper[field]) !== '');
  const [authors, abstract, year] = [hasAny('authors'), hasAny('abstract'), hasAny('year')];
  return {
    url,
    papers: papers.map((paper) => ({
      title: paper.title,
      id: oneLine(paper.id) || null,
      ...(authors ? { authors: paper.authors.split(';').map(oneLine).filter(Boolean) } : {}),
      ...(abstract ? { abstract: paper.abstract } : {}),
      ...(year && paper.year ? { year: paper.year } : {}),
    })),
  };
}

/** A folder's table with a saved page in it, once. */
export function tableWith(table: string, file: string, url: string): string {
  const others = table.split('\n').filter((line) => line !== '' && !line.startsWith(`${file}\t`));
  return `${[...others, `${file}\t${url}`].join('\n')}\n`;
}
