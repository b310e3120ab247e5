import { i18n } from '#i18n';
import type { LibraryPaper } from '@/domain/paper/paper';
import type { LibraryState } from '@/components/app/library/state';
import { HighlightedText } from './highlighted-text';
import { WithFormulas } from '@/components/app/papers/with-formulas';

/** The abstract with its highlights, and all highlights with their comments. */
export function Passages({ library, paper }: { library: LibraryState; paper: LibraryPaper }) {
  return (
    <>
      {paper.abstract !== '' && (
        <>
          <h3>{i18n.t('library.fields.abstract')}</h3>
          <HighlightedText library={library} paper={paper} field="abstract" />
        </>
      )}
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
                  class="quiet-button"
                  data-kind="link"
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
