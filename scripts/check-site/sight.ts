import type { ListingDescription } from '@/rpc/protocol';

type Paper = ListingDescription['papers'][number];

/** What an entry may lack, in the order it is told. */
const PARTS: readonly [name: string, has: (paper: Paper) => boolean][] = [
  ['authors', ({ authors }) => authors.length > 0],
  ['ids', ({ ids }) => Object.keys(ids).length > 0],
  ['abstract', ({ abstract }) => abstract !== ''],
  ['link', ({ url }) => url !== null],
];

const missingIn = (paper: Paper): string[] =>
  PARTS.flatMap(([name, has]) => (has(paper) ? [] : name));

/** An entry in two or three lines. */
function lines(paper: Paper, index: number): string[] {
  const { title, authors, ids, abstract, url } = paper;
  const more = authors.length > 3 ? ` and ${authors.length - 3} more` : '';
  const told = [
    authors.slice(0, 3).join(', ') + more,
    Object.entries(ids)
      .map(([scheme, id]) => `${scheme}:${id}`)
      .join(' '),
    abstract && `abstract of ${abstract.length} characters`,
    url ?? '',
  ];
  const missing = missingIn(paper);
  return [
    `${index + 1}. ${title}`,
    `   ${told.filter(Boolean).join(' · ')}`,
    ...(missing.length > 0 ? [`   no ${missing.join(', no ')}`] : []),
  ];
}

/** What was seen on a page, for the author of its adapter: each entry, then what is missing in how many. */
export function sightOf({ is, site, url, papers, ms }: ListingDescription): string {
  if (is === 'unread')
    return `${url}: no adapter reads this address, and its site is known. Look at its matches and excludes.`;
  const counts = PARTS.flatMap(([name, has]) => {
    const count = papers.filter((paper) => !has(paper)).length;
    return count > 0 ? `no ${name} in ${count}` : [];
  });
  const by =
    site === 'digest' ? 'no adapter knows the page; read as a digest' : `read by sites/${site}.ts`;
  return [
    ...papers.flatMap(lines),
    ...(papers.length > 0 ? [''] : []),
    `${url}: ${by}`,
    `${papers.length} entries in ${ms.toFixed(1)} ms${counts.length > 0 ? `; ${counts.join(', ')}` : ''}`,
  ].join('\n');
}
