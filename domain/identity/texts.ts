import { type Field, FIELDS } from '@/domain/paper/paper';
import type { PartRecord } from '@/domain/paper/record';
import { isSame } from '@/domain/same';
import {
  betterText,
  sourceBeside,
  type SourcedText,
  type TextSources,
} from '@/domain/paper/text-source';

type Texts = Pick<PartRecord, 'title' | 'abstract' | 'sources'>;

const textOf = ({ sources, ...texts }: Texts, field: Field): SourcedText => ({
  text: texts[field],
  source: sources?.[field],
});

/** Title and abstract as they are chosen, each with where it is from. */
function chosen(choose: (field: Field) => SourcedText): Texts {
  const [title, abstract] = FIELDS.map(choose);
  const sources: TextSources = {
    ...(title?.text && title.source ? { title: title.source } : {}),
    ...(abstract?.text && abstract.source ? { abstract: abstract.source } : {}),
  };
  return {
    title: title?.text ?? '',
    abstract: abstract?.text ?? '',
    ...(Object.keys(sources).length > 0 ? { sources } : {}),
  };
}

/** The title and the abstract of two records, each the one from the better source. */
export const betterTexts = (a: Texts, b: Texts): Texts =>
  chosen((field) => betterText(textOf(a, field), textOf(b, field)));

/** The texts of one of a paper's records after an edit of the whole paper; `made` is what the records made together. */
export const editTexts = (part: Texts, made: Texts, whole: Texts): Texts =>
  chosen((field) =>
    textOf(isSame(textOf(made, field), textOf(whole, field)) ? part : whole, field),
  );

/** What a page says of a paper that is kept: a text in another script than the kept one is a translation of it. */
export const textsBeside = (kept: Texts, met: Texts): Texts =>
  chosen((field) => {
    const text = textOf(met, field);
    return { ...text, source: sourceBeside(textOf(kept, field), text) };
  });
