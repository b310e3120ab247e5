import { anyOf } from '@/domain/text/phrases';

const FIELDS = ['title', 'authors', 'abstract', 'venue', 'other'] as const;
export type Field = (typeof FIELDS)[number];

/** What a table's head says of a column: a field, or that it is none and no title. */
export type Below = Field | 'text';

/** What pages call the fields, in many languages. */
const NAMES: Record<Field, string> = {
  title: String.raw`(?:paper ?)?title, papers?(?:\(s\))?, titel, titre, título, titulo, titolo, название, 标题, 標題, 题目, 題名, タイトル, 제목, العنوان`,
  authors: String.raw`authors?, names?, author\(s\), autor(?:en|es|i)?, auteurs?, авторы?, 作者, 著者, 저자, speakers?, المؤلفون, by`,
  abstract: `
    abstract, summary, tl;?dr, zusammenfassung, kurzfassung, résumé, resumen, resumo, riassunto, sommario,
    аннотация, 摘要, 概要, 要旨, 抄録, 초록, 요약, الملخص
  `,
  venue: `journal(?:[- ]ref)?, booktitle, venue, conference, published in, 会议, 期刊`,
  other: `
    comments?, categories, subjects?, subj-class, volume, number, pages, publisher, doi, report-no,
    (?:msc|acm)[- ]class, keywords?, tags?, date, published, submitted, year, link, links, url, pdf, code,
    source, from, to, arxiv, id, topics?, chairs?, (?:session|co-?) ?chairs?, chaired by, moderators?, rooms?,
    (?:co-?)?supervisors?, (?:co-?)?advis[oe]rs?, (?:thesis |examination )?committee, (?:external )?examiners?, opponents?,
    betreuer(?:in|innen)?, gutachter(?:in|innen)?, directeurs?(?: de thèse)?, rapporteurs?, jury, orientador(?:a|es)?, relator[ei], руководитель, 指导教师, 导师,
    location, place, 主题, 关键词, キーワード
  `,
};
const PATTERNS = FIELDS.map(
  (field) =>
    [
      field,
      new RegExp(
        `^[\\s*_]*${anyOf(NAMES[field])}[\\s*_]*(?:[:：][\\s*_]*|\\s*=\\s*[{"]+|[.—–][\\s*_]+(?=\\p{Lu}))`,
        'iu',
      ),
    ] as const,
);

/** The field that a text begins to tell (`Title: …`, `title = {…`), how long its name is, and whether its value is in braces. */
export function fieldOf(
  text: string,
): { field: Field; length: number; isBraced: boolean } | undefined {
  const head = text.slice(0, 60);
  if (!/[:：.—–=]/.test(head)) return undefined;
  for (const [field, pattern] of PATTERNS) {
    const match = pattern.exec(head);
    // "Abstract. We …" opens an abstract; "By. X" and "Title. X" open nothing.
    if (match && (/[:：=]/.test(match[0]) || field === 'abstract'))
      return { field, length: match[0].length, isBraced: match[0].includes('=') };
  }
  return undefined;
}
