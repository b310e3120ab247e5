import type { VNode } from 'preact';
import type { Highlight } from '@/domain/paper/paper';

/** Lists the highlighted passages that this page's text does not hold, with their words. */
export const MissingHighlights = (props: {
  heading: string;
  highlights: readonly Highlight[];
}): VNode | null =>
  props.highlights.length === 0 ? null : (
    <section class="missing-passages" data-gloss="missing" aria-label={props.heading}>
      <h3>{props.heading}</h3>
      <ul>
        {props.highlights.map(({ id, colour, quote, comment }) => (
          <li key={id} data-colour={colour}>
            <q>{quote.exact}</q>
            {comment !== '' && <p>{comment}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
