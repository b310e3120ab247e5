import type { Column } from '@/domain/export/formats/csv';
import { between, pattern } from '@/domain/text/phrases';

/** Names that other tools and persons give to columns in the languages of their tools, small and without what says whose they are. */
export const NAMES: Record<Column, RegExp> = namesOfColumns({
  key: 'keys?, id, ids, arxiv(?: ?id)?, doi',
  title: `title, name, paper, article, titles, titre, titel, título, titolo, 题名, 标题, 篇名, 題名, 論文名`,
  authors: `authors?, author\\/s, creators?, author names?, authors? full names?, autor(?:en|es)?, auteurs?, autori,
    verfasser, 作者, 著者`,
  abstract: `abstract, abstract ?note, summary, zusammenfassung, kurzfassung, résumé, resumen, resumo, riassunto,
    摘要, 抄録, 概要`,
  url: `urls?, links?, doi ?\\/ ?(?:link|url), (?:link|url) ?\\/ ?doi, address, (?:pdf|doi|source|article|full ?text) ?(?:url|link),
    web ?page, adresse, lien, enlace, 链接, 网址`,
  status:
    'status, state, read, read(?:ing)? status, progress, statut, estado, stato, lesestatus, 状态, 阅读状态',
  tags: `tags?, manual tags, author keywords, keywords?, labels?, categories, topics?, schlagw(?:ö|oe)rter,
    schlüsselw(?:ö|oe)rter, stichw(?:ö|oe)rter, mots[ -]clés, étiquettes, palabras clave, etiquetas, 关键词, 关键字, 标签,
    キーワード`,
  note: `notes?, comments?, remarks?, annotation, notizen?, anmerkung(?:en)?, kommentare?, notes personnelles, remarques?,
    commentaires?, notas?, comentarios?, 备注, 笔记, 注释, メモ`,
  highlights: 'highlights?, annotations, passages?, quotes?',
  saved: `saved, added, date ?(?:added|saved), (?:added|saved|highlighted|created) ?(?:at|on|date|time)?,
    hinzugefügt(?: am)?, ajouté(?:e)?(?: le)?, date d['’]ajout, añadid[oa](?: el)?, 添加(?:日期|时间)`,
  published: `published, year, date, (?:publication|published|pub|issue) ?(?:year|date), date published, year published,
    jahr, datum, erscheinungsjahr, année(?: de publication)?, date de publication, año, fecha, anno, 年, 年份, 出版年份?,
    发表(?:年份|时间|日期), 发表年`,
  venue: `venue, journal, journal title, publication title, journal\\/book, source title, conference, booktitle,
    container title, publication, source, zeitschrift, revue, revista, rivista, 来源, 期刊, 刊名, 文献来源, 雑誌名`,
  volume: 'volume, vol, journal volume, band, jahrgang, tome, volumen, 卷',
  issue: 'issue, number, issue number, journal issue, heft, numéro, número, 期',
  pages: 'pages, page, seiten, páginas, pagine, 页码, 页',
  version: 'version',
  code: 'code, repository, code (?:url|link)',
  pdf: 'pdf',
});

/** The names that a column has in English first: of two columns it is the one so called that counts. */
export const OWN_NAMES: Partial<Record<Column, RegExp>> = {
  title: /^(?:title|titles)$/,
  abstract: /^abstract(?: ?note)?$/,
  url: /^urls?$/,
  tags: /^(?:tags?|manual tags)$/,
  note: /^notes?$/,
};

function namesOfColumns(names: Record<Column, string>): Record<Column, RegExp> {
  return Object.fromEntries(
    Object.entries(names).map(([column, said]) => [column, pattern('u', between('^', said, '$'))]),
  ) as Record<Column, RegExp>;
}
