import { between, pattern } from '@/domain/text/phrases';

/** How notes begin that databases write about their own record. */
const BEGINNING = pattern(
  'i',
  between(
    '^',
    String.raw`
    doi:?\s*10\., 10\.\d{4,}/\S+$, export date, cited by, pmid, pmcid, arxiv:, times cited,
    cited reference count, accession number, correspondence address, (?:publisher )?copyright\b,
    (?:date|last) (?:revised|updated|created|completed), language of original, funding (?:details|text),
    references:, source:, publication type, document (?:type|feature), number of references, place:\s,
    citation key, tex\., subjectsterm, name -\s, people -\s, location -\s, suppnotes -\s, imported, query date,
    isi document, unsp\s, date of (?:publication|electronic), issn, eissn, isbn, coden, conference (?:code|date),
    caplus an, medline an, \d+\[pmid\], PMC\d+\[pmcid\], manufacturers, tradenames, chemicals/cas, ppranking,
    [\w ]+ - \d{4}-\d{2}-\d{2}$, \d{4}-\d{3}[\dx]\n, oclc:, accepted: \d{4}-, kerkocite\.
  `,
    '',
  ),
);

/** What is somewhere in them. */
const WITHIN = pattern(
  'i',
  between(String.raw`\b`, 'times cited:, journal subset:, nlm uid:, special interest:', ''),
);

/** Whole lines that say how an article was published. */
const LINE = pattern(
  'im',
  between('^', 'journal article, (?:article )?in press, just accepted', '$'),
);

/** Whether a note is what a database writes about its own record: no person wrote it. */
export const isOfDatabase = (note: string): boolean => {
  const text = note.trim();
  return BEGINNING.test(text) || WITHIN.test(text) || LINE.test(text);
};
