import type { FactReader } from './facts';
import { type Block, type Run, type Span, textOf } from './model';
import { titleSpanOfCitation } from './citation';
import { titleScore } from './wording';

/** A stretch that may be a title, and how much it looks like one by itself. */
export interface Candidate {
  span: Span;
  text: string;
  score: number;
}

/** Stretches that the page treats alike: the hypothesis that they are the titles of a list. */
export interface Role {
  key: string;
  members: Candidate[];
}

const LEAD =
  /^(?:\s*(?:\[(?:[A-Za-z]{1,12}|\d{1,4})\]|\(\d{1,4}\)|#?\d{1,4}[.)]\s|[-*+•‣▪◦–—|:>]\s|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}:?\s)|[\s"“„«「『*_])+/u;
const TRAIL =
  /(?:\s*[[(](?:pdf|paper|code|arxiv|link|html|ps|video|slides?|project(?: page)?|oral|poster|spotlight|(?:19|20)\d\d)[\])]|[\s"”“»」』*_|,;]|(?<![.\p{Lu}])\.(?=["”»]?$))+$/iu;

const OPENING = /["“„«「『]\s*$/u;
const CLOSING = /["”“»」』]/u;

/** A stretch without numbering, markers and quotation marks around the title; a quotation within it stays. */
export function trimmed(span: Span): Span {
  const raw = span.block.raw.slice(span.start, span.end);
  let lead = LEAD.exec(raw.slice(0, 80))?.[0].length ?? 0;
  let trail = TRAIL.exec(raw.slice(-80))?.[0].length ?? 0;
  if (lead + trail >= raw.length) return span;
  const quote = OPENING.exec(raw.slice(0, lead));
  const end = raw.slice(raw.length - trail);
  if (quote && !CLOSING.test(end)) lead = quote.index;
  else if (!quote && CLOSING.test(end)) trail = Math.max(0, trail - end.search(CLOSING) - 1);
  return { block: span.block, start: span.start + lead, end: span.end - trail };
}

function candidate(span: Span): Candidate | undefined {
  if (span.end - span.start > 3_000) return undefined;
  const clean = trimmed(span);
  const text = textOf(clean);
  const score = titleScore(text);
  return score > 0 ? { span: clean, text, score } : undefined;
}

/** All roles of a page with the stretches that may be titles; a stretch plays several roles. */
export function rolesOf(blocks: readonly Block[], facts: FactReader): Role[] {
  const roles = new Map<string, Candidate[]>();
  const add = (key: string, found: Candidate | undefined): void => {
    if (!found) return;
    const members = roles.get(key);
    if (!members) roles.set(key, [found]);
    else if (members.at(-1)?.span.block !== found.span.block) members.push(found);
  };
  for (const block of blocks) {
    const { field, from, isParagraph, words } = facts.of(block);
    if (field === 'title') {
      const found = candidate({ block, start: from, end: block.raw.length });
      if (found) add('field', { ...found, score: 1 });
    } else if (field !== undefined) continue;
    else if (!isParagraph && words <= 45) wholeRoles(block, add);
    runRoles(block, add);
    if (words > 6 && words < 200)
      add(`citation ${pathOf(block, 2)}`, candidateOf(titleSpanOfCitation(block)));
  }
  return [...roles].map(([key, members]) => ({ key, members }));
}

const candidateOf = (span: Span | undefined): Candidate | undefined => span && candidate(span);

type Add = (key: string, found: Candidate | undefined) => void;

/** The nearest boxes that a block stands in. */
function pathOf(block: Block, length: number): string {
  const tags: string[] = [];
  for (
    let frame: Block['frame'] | null = block.frame;
    frame && tags.length < length;
    frame = frame.parent
  )
    tags.push(frame.tag);
  return tags.join('<');
}

function wholeRoles(block: Block, add: Add): void {
  const found = candidate({ block, start: 0, end: block.raw.length });
  if (!found) return;
  const style = commonStyle(block.runs);
  const path = pathOf(block, 3);
  add(`block ${path} ${style}`, found);
  add(`block ${path} ${style} ${Math.min(block.line, 5)}`, found);
  if (block.heading > 0) add(`heading ${block.heading}`, found);
  const mark = block.runs[0]?.mark ?? '';
  if (mark.includes('.') && block.runs.every((run) => run.mark === mark))
    add(`mark ${mark}`, found);
}

/** The letters that all runs share. */
const commonStyle = (runs: readonly Run[]): string =>
  Array.from(runs[0]?.style ?? '')
    .filter((letter) => runs.every((run) => run.style.includes(letter)))
    .join('');

/** What runs of a block are read together by. */
const GROUPINGS: readonly [name: string, key: (run: Run) => string | undefined][] = [
  ['link', (run) => run.href],
  ['bold', (run) => (run.style.includes('b') ? 'b' : undefined)],
  ['italic', (run) => (run.style.includes('i') ? 'i' : undefined)],
  ['plain', (run) => (run.style === '' ? '' : undefined)],
  ['mark', (run) => (/[.]/.test(run.mark) && !run.mark.startsWith('text.') ? run.mark : undefined)],
];

function runRoles(block: Block, add: Add): void {
  if (block.runs.length < 2) return;
  const path = pathOf(block, 2);
  for (const [name, keyOf] of GROUPINGS) {
    let ordinal = 0;
    for (const { key, start, end } of groups(block, keyOf)) {
      if (ordinal >= 4) break;
      const found = candidate({ block, start, end });
      if (name === 'mark') add(`mark ${key}`, found);
      else add(`run ${path} ${name} ${start === 0 && name === 'plain' ? 'lead' : ordinal}`, found);
      ordinal += 1;
    }
  }
}

/** Stretches of neighbouring runs with one key. */
function groups(
  { runs }: Block,
  keyOf: (run: Run) => string | undefined,
): { key: string; start: number; end: number }[] {
  const found: { key: string; start: number; end: number }[] = [];
  let open: { key: string; start: number; end: number } | undefined;
  for (const run of runs.slice(0, 40)) {
    const key = keyOf(run);
    if (open && key === open.key) open.end = run.end;
    else {
      open = key === undefined ? undefined : { key, start: run.start, end: run.end };
      if (open) found.push(open);
    }
  }
  return found;
}
