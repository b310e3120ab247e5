import type { FlatPaper } from '@/domain/export/flat-schema';
import { type ExportPaper, isoTime } from '@/domain/export/paper';
import { listWriter, type Writer } from '@/domain/export/writer';
import { isOthers } from '@/domain/person/others';
import { familyOf, hasOthers, personsOf } from '@/domain/person/write';

function authorsOf(authors: readonly string[]): FlatPaper['authors'] {
  const named = authors.filter((name) => !isOthers(name));
  return personsOf(authors).map((person, at) => ({
    name: named[at] ?? '',
    family: familyOf(person),
    given: person.given,
    suffix: person.suffix,
    group: person.isGroup,
  }));
}

/** A paper as one flat object: dates in ISO 8601, what is not known `null`, ids by name. */
function flatPaper(paper: ExportPaper): FlatPaper {
  const { ids, facts, authors, highlights } = paper;
  return {
    id: paper.id,
    keys: paper.keys,
    title: paper.title,
    authors: authorsOf(authors),
    more_authors: hasOthers(authors),
    abstract: paper.abstract,
    year: paper.year ?? null,
    published: facts.published ?? null,
    venue: facts.venue ?? null,
    volume: facts.volume ?? null,
    issue: facts.issue ?? null,
    pages: facts.pages ?? null,
    version: facts.version ?? null,
    url: paper.url || null,
    doi: ids['doi'] ?? null,
    arxiv: ids['arxiv'] ?? null,
    pmid: ids['pmid'] ?? null,
    code: facts.code ?? null,
    pdf: facts.pdf ?? null,
    status: paper.status,
    tags: paper.tags,
    topic: paper.topic ?? null,
    theme: paper.theme ?? null,
    note: paper.note,
    highlights: highlights.map(({ field, exact, comment, colour, createdAt }) => ({
      field,
      text: exact,
      comment,
      colour,
      created: isoTime(createdAt),
    })),
    saved: paper.savedAt === null ? null : isoTime(paper.savedAt),
    created: isoTime(paper.createdAt),
    updated: isoTime(paper.updatedAt),
  };
}

/** JSON for scripts: a list with one flat object a paper (`docs/gloss-flat-1.schema.json`). It is written and not read. */
export const flatWriter = (): Writer => listWriter((paper) => [flatPaper(paper)]);
