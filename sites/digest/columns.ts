import { collapse } from '@/domain/text';
import { between, pattern } from '@/domain/text/phrases';
import type { Below, Field } from './fields';
import type { Block, Frame } from './model';

/** What the head of a table calls its columns, in many languages. */
const NAMES: readonly (readonly [column: Column, names: string])[] = [
  [
    'title',
    `
      (?:papers?|article|publication|thesis|work)?\\s?titles?, papers?(?: (?:name|link))?, articles?, publications?, thesis,
      titel, titre, título, titulo, titolo, tytuł, название(?: статьи| работы)?, статья, 标题, 標題, 题目, 題目, 论文(?:标题|题目|名称)?,
      論文(?:題目|名)?, タイトル, 題名, 제목, 논문(?:명)?, العنوان
    `,
  ],
  [
    'name',
    `names?, methods?, models?, approach, 名字, 名称, 名稱, 方法, 模型, 手法, 이름, имя, название модели`,
  ],
  [
    'authors',
    String.raw`authors?, author\(s\), authors list, autor(?:en|es|i)?, auteurs?, авторы?, 作者, 著者, 저자, المؤلفون`,
  ],
  [
    'abstract',
    `abstracts?, summar(?:y|ies), tl;?dr, zusammenfassung, résumé, resumen, resumo, 摘要, 概要, 要旨, 초록, 요약`,
  ],
  [
    'venue',
    `
      venues?, journals?, conf(?:erence|\\.)?, published(?: in| at)?, publication venue, pub\\.?, publisher, zeitschrift, revue, revista,
      журнал, 会议, 會議, 期刊, 发表(?:于)?, 出处, 会議, 学会, 학회, 저널
    `,
  ],
  [
    'other',
    `
      #, no\\.?, nr\\.?, id, key, years?, dates?, months?, time, jahr, datum, année, date de publication, año, fecha, ano, data, rok, год,
      дата, 年份, 年, 日期, 时间, 発表年, 연도, 날짜, links?, urls?, doi, pdf, arxiv, code, github, source(?: code)?, project(?: page)?,
      sessions?, tracks?, types?, categor(?:y|ies), topics?, tags?, keywords?, tasks?, datasets?, notes?, comments?, status, rooms?,
      citations?, cited, volume, issue, pages?, bib(?:tex)?, slides?, videos?, posters?, languages?, affiliations?, institutions?,
      代码, 链接, 连接, 备注, 引用, 简介, 类型, 领域, 关键词, リンク, 備考, 코드, 링크, код, ссылка
    `,
  ],
];

/** `name` is a title where the table tells years, venues or links beside it: people have none. */
type Column = Field | 'name';

const PATTERNS = NAMES.map(
  ([column, names]) =>
    [
      column,
      pattern('iu', between(String.raw`^[\s*_:：]*`, names, String.raw`[\s*_:：]*$`)),
    ] as const,
);
/** Beside a column of names: people have none of these. */
const OF_PAPERS = pattern(
  'iu',
  between(
    String.raw`^\W*`,
    `years?, venues?, conf\\p{L}*, journals?, papers?, arxiv, doi, citations?, cited, authors?, 年份, 年, 会议, 期刊, 论文, 引用, 作者, 연도, год`,
    String.raw`\W*$`,
  ),
);

const columnOf = (text: string): Column | undefined =>
  text.length < 40 ? PATTERNS.find(([, column]) => column.test(text))?.[0] : undefined;

/** A block's cell and its row: the block may be one of several in it, in boxes of their own. */
function cellOf({ frame }: Block): { cell: Frame; row: Frame } | undefined {
  let at: Frame | null = frame;
  for (let level = 0; at && level < 3; level += 1, at = at.parent)
    if (/^td\d/.test(at.tag)) return at.parent ? { cell: at, row: at.parent } : undefined;
  return undefined;
}

/** The columns that a row names; `undefined` for a row that is no head of a table of papers. */
function headOf(cells: ReadonlyMap<string, string>): Map<string, Below> | undefined {
  const named = [...cells].map(([tag, text]) => [tag, columnOf(text), text] as const);
  const known = named.filter(([, column]) => column !== undefined).length;
  if (known < 2 || known < named.length * 0.6) return undefined;
  const isTitled = named.some(([, column]) => column === 'title');
  const arePapers = named.some(([, , text]) => OF_PAPERS.test(text));
  if (!isTitled && !(arePapers && named.some(([, column]) => column === 'name'))) return undefined;
  let open = true;
  const head = new Map<string, Below>();
  for (const [tag, column] of named) {
    const isTitle = column === 'title' || (column === 'name' && !isTitled);
    if (isTitle && open) {
      head.set(tag, 'title');
      open = false;
    } else
      head.set(
        tag,
        column === undefined || column === 'name' ? 'text' : column === 'title' ? 'other' : column,
      );
  }
  return head;
}

/** The rows of blocks, each with the text of its cells by their tags (`td2`). */
function* rowsIn(blocks: readonly Block[]): Generator<{ row: Frame; own: Block[] }> {
  let open: { row: Frame; own: Block[] } | undefined;
  for (const block of blocks) {
    const row = cellOf(block)?.row;
    if (open && row !== open.row) yield open;
    if (row !== open?.row) open = row && { row, own: [] };
    open?.own.push(block);
  }
  if (open) yield open;
}

/** Levels up to a table from a row. */
const CLIMB = 2;

const tableOf = (row: Frame): Frame | null => {
  let at: Frame | null = row.parent;
  for (let level = 0; at && level < CLIMB && at.tag !== 'table'; level += 1) at = at.parent;
  return at?.tag === 'table' ? at : row.parent;
};

/** The fields of the cells below the heads of tables that name their columns: by the first block of a cell. */
export function columnsOf(blocks: readonly Block[]): Map<Block, Below> {
  const fields = new Map<Block, Below>();
  let head: Map<string, Below> | undefined;
  let width = 0;
  let table: Frame | null = null;
  let next = -1;
  for (const { row, own } of rowsIn(blocks)) {
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) continue;
    // A table that plain text draws ends where a line comes between.
    if (tableOf(row) !== table || (!row.element && first.index !== next)) head = undefined;
    table = tableOf(row);
    next = last.index + 1;
    const named = headOf(new Map(own.flatMap((block) => textAt(block))));
    if (named) [head, width] = [named, row.cells];
    // A row with another number of cells has them in other columns.
    else if (head && row.cells === width) for (const block of own) assign(block, head, fields);
  }
  return fields;
}

const textAt = (block: Block): [string, string][] => {
  const tag = cellOf(block)?.cell.tag;
  return tag ? [[tag, collapse(block.raw.slice(0, 400))]] : [];
};

function assign(block: Block, head: ReadonlyMap<string, Below>, fields: Map<Block, Below>): void {
  const cell = cellOf(block)?.cell;
  const field = cell && head.get(cell.tag);
  if (cell && field && (field !== 'title' || cell.first === block.index)) fields.set(block, field);
}
