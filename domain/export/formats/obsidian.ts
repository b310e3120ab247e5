import { strToU8, Zip, ZipDeflate } from 'fflate';
import { hash53 } from '@/domain/hash';
import { type ExportPaper, isoTime } from '@/domain/export/paper';
import type { FilePiece, Writer } from '@/domain/export/writer';
import { hashTag, paperBody, plainMarkdown } from './markdown';

/** Text in YAML: JSON's quotes are YAML's too (https://yaml.org/spec/1.2.2/#73-flow-scalar-styles). */
const yaml = (value: string): string => JSON.stringify(value);

/** Front matter as Obsidian's properties have it: tags without the sign, dates as days. */
function frontMatter(paper: ExportPaper): string {
  const { ids, facts, authors, tags } = paper;
  const list = (values: string[]): string => values.map((value) => `\n  - ${yaml(value)}`).join('');
  const fields: [name: string, value: string | undefined][] = [
    ['title', yaml(paper.title)],
    ['aliases', list([paper.title])],
    ['authors', list(authors)],
    ['year', paper.year?.toString()],
    ['published', facts.published && yaml(facts.published)],
    ['venue', facts.venue && yaml(facts.venue)],
    ['volume', facts.volume && yaml(facts.volume)],
    ['issue', facts.issue && yaml(facts.issue)],
    ['pages', facts.pages && yaml(facts.pages)],
    ['version', facts.version && yaml(facts.version)],
    ['url', paper.url && yaml(paper.url)],
    ['pdf', facts.pdf && yaml(facts.pdf)],
    ['code', facts.code && yaml(facts.code)],
    ['arxiv', ids['arxiv'] && yaml(ids['arxiv'])],
    ['doi', ids['doi'] && yaml(ids['doi'])],
    ['status', paper.status ?? undefined],
    ['saved', paper.savedAt === null ? undefined : isoTime(paper.savedAt).slice(0, 10)],
    ['topic', paper.topic && yaml(paper.topic)],
    ['theme', paper.theme && yaml(paper.theme)],
    ['tags', list(tags.map((tag) => hashTag(tag).slice(1)))],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value ? [value.startsWith('\n') ? `${name}:${value}` : `${name}: ${value}`] : [],
  );
  return `---\n${lines.join('\n')}\n---\n\n`;
}

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name that every system and Obsidian's links take. */
export function fileName(title: string): string {
  const name = title
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\\/:*?"<>|#^[\]\u0000-\u001f\u007f\u202a-\u202e]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 100)
    .replace(/^[. ]+|[. ]+$/g, '');
  return name === '' || DEVICE.test(name) ? `paper ${name}`.trim() : name;
}

const note = (paper: ExportPaper): string => {
  const abstract =
    paper.abstract === '' ? '' : `> [!abstract]\n> ${plainMarkdown(paper.abstract)}\n\n`;
  return `${frontMatter(paper)}${abstract}${paperBody(paper)}`;
};

/** Times that zip files can say start in 1980. */
const FIRST = Date.UTC(1980, 0, 2);

/** A zip with a Markdown file for each paper, for a vault of Obsidian. */
export function obsidianWriter(): Writer {
  const used = new Set<string>();
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    pieces.push(data);
  });
  const flush = (): FilePiece => {
    const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    pieces = [];
    return whole;
  };
  return {
    start: flush,
    paper: (paper) => {
      let name = fileName(paper.title);
      if (used.has(name.toLowerCase())) name += ` ${hash53(paper.id).toString(36).slice(0, 5)}`;
      while (used.has(name.toLowerCase())) name += '_';
      used.add(name.toLowerCase());
      const file = new ZipDeflate(`${name}.md`);
      file.mtime = Math.max(FIRST, paper.updatedAt);
      zip.add(file);
      file.push(strToU8(note(paper)), true);
      return flush();
    },
    end: () => {
      zip.end();
      return flush();
    },
  };
}
