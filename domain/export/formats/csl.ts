import type { Person } from '@/domain/person/model';
import type { ExportPaper, PublicationType } from '@/domain/export/paper';
import { familyOf, personsOf } from '@/domain/person/write';
import { toMarkup } from '@/domain/text/to-markup';
import { listWriter, type Writer } from '@/domain/export/writer';
import { highlightNote } from './ris';

const TYPES = {
  conference: 'paper-conference',
  journal: 'article-journal',
  preprint: 'article',
  other: 'document',
} as const satisfies Record<PublicationType, string>;

/** A name in CSL's parts; the particle stays with the family name, as every style keeps it there. */
const cslName = (person: Person): object =>
  person.isGroup || person.given === ''
    ? { literal: familyOf(person) }
    : {
        family: familyOf(person),
        given: person.given,
        ...(person.suffix === '' ? {} : { suffix: person.suffix }),
      };

/** A paper as CSL-JSON (https://github.com/citation-style-language/schema, csl-data.json). */
function cslItem(paper: ExportPaper): object {
  const { ids, facts, kind, year, month, day, authors } = paper;
  const arxiv = ids['arxiv'];
  return {
    id: paper.id,
    type: TYPES[kind],
    title: toMarkup(paper.title),
    ...(authors.length > 0
      ? {
          author: personsOf(authors).map(cslName),
        }
      : {}),
    ...(year ? { issued: { 'date-parts': [[year, month, day].filter(Boolean)] } } : {}),
    ...(facts.venue ? { 'container-title': toMarkup(facts.venue) } : {}),
    ...(facts.volume ? { volume: facts.volume } : {}),
    ...(facts.issue ? { issue: facts.issue } : {}),
    ...(facts.pages ? { page: facts.pages.replaceAll('–', '-') } : {}),
    ...(facts.version ? { version: facts.version } : {}),
    ...(paper.abstract ? { abstract: toMarkup(paper.abstract) } : {}),
    ...(ids['doi'] ? { DOI: ids['doi'] } : {}),
    ...(ids['pmid'] ? { PMID: ids['pmid'] } : {}),
    ...(ids['pmcid'] ? { PMCID: `PMC${ids['pmcid']}` } : {}),
    ...(arxiv ? { number: `arXiv:${arxiv}`, publisher: 'arXiv' } : {}),
    ...(paper.url ? { URL: paper.url } : {}),
    ...(paper.tags.length > 0 ? { keyword: paper.tags.join(', ') } : {}),
    ...noteOf(paper),
  };
}

function noteOf({ note, highlights }: ExportPaper): { note?: string } {
  const text = [note, ...highlights.map(highlightNote)].filter(Boolean).join('\n\n');
  return text === '' ? {} : { note: text };
}

/** Writes papers as CSL JSON, one item a paper (https://docs.citationstyles.org/en/stable/specification.html). */
export const cslWriter = (): Writer => listWriter((paper) => [cslItem(paper)]);
