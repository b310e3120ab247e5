import { decodeEntities } from './entities';

/** What an element of HTML is in Markdown: before and after what it holds. */
const INLINE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    strong: '**',
    b: '**',
    em: '*',
    i: '*',
    code: '`',
    del: '~~',
    s: '~~',
    strike: '~~',
  }),
);

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>/gi;
const ADDRESS = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** Mendeley's own elements in notes, which have the names of HTML's below. */
const MENDELEY = /<(\/?)m:(bold|italic|underline|linebreak|left|center|right)\s*(\/?)>/gi;
const OF_MENDELEY: Readonly<Record<string, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  left: 'div',
  center: 'div',
  right: 'div',
};

/** Mendeley's elements as those of HTML; a line break may have an end of its own. */
const fromMendeley = (note: string): string =>
  note.replace(MENDELEY, (_, slash: string, name: string) => {
    const html = OF_MENDELEY[name.toLowerCase()];
    if (html !== undefined) return `<${slash}${html}>`;
    return slash ? '' : '<br>';
  });

const IN_BLOCKS =
  /^\s*<(?:p|div|ul|ol|h[1-6]|blockquote|pre|table)[\s>]|<\/(?:p|div|ul|ol|h[1-6]|pre|table)>|<br\s*\/?>/i;
/** Words that an element formats: its end has no attributes, and nothing but text is between. */
const FORMATTED = /<(b|strong|i|em|u|s|del|strike|span|font)(?:\s[^<>]*)?>[^<>]+<\/\1>/i;

/** Whether a note is written in HTML, as Zotero's, EndNote's and Mendeley's are. */
const isHtml = (note: string, isEscaped: boolean): boolean =>
  IN_BLOCKS.test(note) || (isEscaped && FORMATTED.test(note));

/** Writes Markdown, tag by tag. */
class Notes {
  private text = '';
  private readonly lists: { sign: string; count: number }[] = [];
  private links: string[] = [];
  private isCode = false;

  said(words: string): void {
    if (this.isCode) {
      this.text += decodeEntities(words);
      return;
    }
    const plain = decodeEntities(words.replace(/\s+/g, ' '));
    this.text += /(?:^|\n)(?:> )?$/.test(this.text) ? plain.trimStart() : plain;
  }

  opened(name: string, attributes: string): void {
    if (name === 'br') this.text += '\n';
    else if (name === 'ul' || name === 'ol') {
      if (this.lists.length === 0) this.paragraph();
      this.lists.push({ sign: name === 'ul' ? '-' : '1.', count: 0 });
    } else if (name === 'li') this.item();
    else if (/^h[1-6]$/.test(name)) {
      this.paragraph();
      this.text += `${'#'.repeat(Number(name.slice(1)))} `;
    } else if (name === 'blockquote') {
      this.paragraph();
      this.text += '> ';
    } else if (name === 'a') {
      this.links.push(ADDRESS.exec(attributes)?.slice(1).find(Boolean) ?? '');
      this.text += '[';
    } else if (name === 'pre') {
      this.paragraph();
      this.text += '```\n';
      this.isCode = true;
    } else if (name === 'tr') this.row();
    else if (name === 'td' || name === 'th') {
      if (!/(?:^|\n)$/.test(this.text)) this.text = `${this.text.trimEnd()} | `;
    } else if (name === 'table') this.paragraph();
    else if (name === 'p' || name === 'div') {
      if (!/(?:^|\n)(?:> |\s*(?:-|\d+\.) )$/.test(this.text)) this.paragraph();
    } else this.text += INLINE.get(name) ?? '';
  }

  closed(name: string): void {
    if (name === 'ul' || name === 'ol') {
      this.lists.pop();
      if (this.lists.length === 0) this.paragraph();
    } else if (name === 'pre' && this.isCode) {
      this.isCode = false;
      this.text = `${this.text.trimEnd()}\n\`\`\``;
      this.paragraph();
    } else if (name === 'table') this.paragraph();
    else if (name === 'a') this.text += `](${this.links.pop() ?? ''})`;
    else if (/^(?:h[1-6]|blockquote|p|div)$/.test(name) && this.lists.length === 0)
      this.paragraph();
    else this.text += INLINE.get(name) ?? '';
  }

  private item(): void {
    const list = this.lists.at(-1);
    if (list) list.count += 1;
    const sign = list?.sign === '1.' ? `${list.count}.` : '-';
    const isFirst = this.lists.length < 2 && (list?.count ?? 1) < 2;
    this.text = `${this.text.trimEnd()}${isFirst && this.text !== '' ? '\n\n' : '\n'}${'  '.repeat(Math.max(0, this.lists.length - 1))}${sign} `;
  }

  private row(): void {
    this.text = this.text.replace(/[^\S\n]+$/, '');
    if (!/(?:^|\n)$/.test(this.text)) this.text += '\n';
  }

  private paragraph(): void {
    this.text = this.text.trimEnd();
    if (this.text !== '') this.text += '\n\n';
  }

  get whole(): string {
    return this.text
      .trim()
      .replaceAll('[]()', '')
      .replace(/\n([-1]\.? )/, '\n$1');
  }
}

/**
 * A note as Markdown: HTML is rewritten, anything else stays as it is. A tag in the middle of a note is Markdown too;
 * where a tool has escaped its tags (`isEscaped`) they are HTML.
 */
export function noteFromHtml(written: string, isEscaped = false): string {
  const note = fromMendeley(written);
  if (note === written && !isHtml(note, isEscaped)) return note.trim();
  const notes = new Notes();
  let from = 0;
  for (const { 0: whole, 1: slash, 2: name = '', 3: attributes = '', index } of note.matchAll(
    TAG,
  )) {
    if (index > from) notes.said(note.slice(from, index));
    if (slash) notes.closed(name.toLowerCase());
    else notes.opened(name.toLowerCase(), attributes);
    from = index + whole.length;
  }
  notes.said(note.slice(from));
  return notes.whole;
}
