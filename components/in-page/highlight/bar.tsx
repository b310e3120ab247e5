import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { Colours, keepSelection, walkControls } from '@/components/ui/colours';
import type { Colour } from '@/domain/paper/paper';

interface SelectionProps {
  choose: (colour: Colour) => void;
  /** Highlights, and goes on to its comment. */
  comment: () => void;
  /** Goes on to the paper's tags; there is no button without it. */
  tag: (() => void) | null;
}

/** For a selected passage: four colours, a comment, a tag. */
export const SelectionBar = ({ choose, comment, tag }: SelectionProps): VNode => (
  <div
    class="card colours"
    data-gloss="selection"
    role="toolbar"
    aria-label={i18n.t('highlight.make')}
    onKeyDown={walkControls}
  >
    <Colours chosen={null} choose={choose} />
    <button
      type="button"
      class="plain"
      data-action="comment"
      onMouseDown={keepSelection}
      onClick={comment}
    >
      {i18n.t('highlight.comment')}
    </button>
    {tag && (
      <button
        type="button"
        class="plain"
        data-action="tag"
        onMouseDown={keepSelection}
        onClick={tag}
      >
        {i18n.t('highlight.tag')}
      </button>
    )}
  </div>
);
