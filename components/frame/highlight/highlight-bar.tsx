import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Colours, walkControls } from '@/components/ui/colours';
import type { Colour, Highlight } from '@/domain/paper/paper';

interface Props {
  highlight: Pick<Highlight, 'id' | 'colour' | 'comment'>;
  choose: (colour: Colour) => void;
  comment: (text: string) => void;
  remove: () => void;
}

/** For a highlight: its colour, its comment, and the way to remove it. */
export const HighlightBar = ({ highlight, choose, comment, remove }: Props): VNode => {
  const field = useRef<HTMLInputElement>(null);
  const { id, colour } = highlight;
  useLayoutEffect(() => {
    // The field keeps the text as it is typed: it is stored so.
    if (field.current) field.current.value = highlight.comment;
  }, [id]);
  return (
    <div
      class="card colours"
      data-gloss="highlight"
      role="toolbar"
      aria-label={i18n.t('highlight.edit')}
      onKeyDown={walkControls}
    >
      <Colours chosen={colour} choose={choose} />
      <input
        ref={field}
        class="comment"
        data-gloss="comment-input"
        aria-label={i18n.t('highlight.comment')}
        placeholder={i18n.t('highlight.comment')}
        onInput={(event) => comment(event.currentTarget.value)}
      />
      <button type="button" class="plain" data-action="remove" onClick={remove}>
        {i18n.t('highlight.remove')}
      </button>
    </div>
  );
};
