import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { walkControls } from '@/components/ui/colours';
import type { Highlight } from '@/domain/paper/paper';

/** Lets a person choose between highlights that lie over each other, each shown by its words. */
export const HighlightPicker = (props: {
  highlights: readonly Pick<Highlight, 'id' | 'colour' | 'comment' | 'quote'>[];
  pick: (id: string) => void;
}): VNode => (
  <div
    class="card picker"
    data-gloss="picker"
    role="toolbar"
    aria-orientation="vertical"
    aria-label={i18n.t('highlight.pick')}
    onKeyDown={walkControls}
  >
    {props.highlights.map(({ id, colour, quote, comment }) => (
      <button
        key={id}
        type="button"
        class="plain pick"
        data-colour={colour}
        onClick={() => props.pick(id)}
      >
        <i class="swatch" data-colour={colour} aria-hidden="true" />
        <span>{quote.exact}</span>
        {comment !== '' && <small>{comment}</small>}
      </button>
    ))}
  </div>
);
