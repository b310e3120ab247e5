import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/scripts/browser/extension';
import { type LocalPage, localPage } from '@/scripts/browser/pages';

/** Real pages and texts of others; they are not part of the project. */
export const DATA = path.join(ROOT, '../shared/data');
export const hasData = existsSync(DATA);

/** A saved page at the address it was saved from. */
export function savedPage(file: string): LocalPage {
  const cases = readFileSync(path.join(DATA, 'pages/cases.tsv'), 'utf8').split('\n');
  const line = cases.find((one) => one.startsWith(`${file}\t`));
  return localPage(path.join(DATA, 'pages', file), line?.split('\t')[1]);
}

/**
 * Without its scripts a page does the same every time: what changes was changed by us. Parts that it lays out only when
 * they come near the window (the authors' faces on Hugging Face) are laid out at once: they shift it by themselves.
 */
export const still = (page: LocalPage): LocalPage =>
  page.type.startsWith('text/html')
    ? {
        ...page,
        body: String(page.body).replace(
          /<head[^>]*>/i,
          (head: string) =>
            `${head}<meta http-equiv="Content-Security-Policy" content="script-src 'none'; img-src 'none'"><style>* { content-visibility: visible !important }</style>`,
        ),
      }
    : page;
