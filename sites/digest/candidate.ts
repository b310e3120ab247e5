import { type Span, textOf } from './model';
import { titleScore } from './title-score';
import { trimmed } from './trim';

/** A stretch that may be a title, and how much it looks like one by itself. */
export interface Candidate {
  span: Span;
  text: string;
  score: number;
}

/** What a stretch is as a title, without what pages write around titles; `undefined` for what is none. */
export function candidate(span: Span): Candidate | undefined {
  if (span.end - span.start > 3_000) return undefined;
  const clean = trimmed(span);
  const text = textOf(clean);
  const score = titleScore(text);
  return score > 0 ? { span: clean, text, score } : undefined;
}
