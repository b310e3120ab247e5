import { i18n } from '#i18n';
import { find } from '@/domain/anchor/find';
import { normalise } from '@/domain/anchor/normalise';
import type { Field, Highlight, LibraryPaper } from '@/domain/paper/paper';
import type { LibraryState } from '@/components/app/library/state';
import { WithFormulas } from './with-formulas';

/** Cuts a text at the ends of its highlights; each piece has the highlight that begins first. */
function painted(
  text: string,
  highlights: readonly Highlight[],
): { text: string; highlight: Highlight | null }[] {
  const places = highlights
    .flatMap((highlight) => {
      const found = find(text, highlight.quote, highlight.position);
      return found ? [{ highlight, start: found.start, end: found.end }] : [];
    })
    .toSorted((a, b) => a.start - b.start);
  const pieces: { text: string; highlight: Highlight | null }[] = [];
  let at = 0;
  for (const { highlight, start, end } of places) {
    const from = Math.max(at, start);
    if (from >= end) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), highlight: null });
    pieces.push({ text: text.slice(from, end), highlight });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), highlight: null });
  return pieces;
}

const ofField = ({ highlights }: LibraryPaper, field: Field): Highlight[] =>
  highlights.filter((highlight) => highlight.field === field);

/** The abstract with its highlights, and all highlights with their comments. */
export function Passages({ library, paper }: { library: LibraryState; paper: LibraryPaper }) {
  const abstract = normalise(paper.abstract).text;
  return (
    <>
      {abstract !== '' && <h3>{i18n.t('library.fields.abstract')}</h3>}
      <p class="detail-abstract">
        {painted(abstract, ofField(paper, 'abstract')).map(({ text, highlight }, index) =>
          highlight ? (
            <mark
              key={index}
              class="passage"
              data-colour={highlight.colour}
              title={highlight.comment}
            >
              <WithFormulas text={text} />
            </mark>
          ) : (
            <WithFormulas key={index} text={text} />
          ),
        )}
      </p>
      {paper.highlights.length > 0 && (
        <section>
          <h3>{i18n.t('library.detail.highlights')}</h3>
          <ul class="detail-highlights">
            {paper.highlights.map((highlight) => (
              <li key={highlight.id}>
                <mark class="passage" data-colour={highlight.colour}>
                  <WithFormulas text={highlight.quote.exact} />
                </mark>
                {highlight.comment !== '' && <p>{highlight.comment}</p>}
                <button
                  type="button"
                  class="detail-small"
                  onClick={() => void library.actions.removeHighlight(paper, highlight.id)}
                >
                  {i18n.t('highlight.remove')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
