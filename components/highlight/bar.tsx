import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { COLOURS, type Colour, type Highlight } from '@/domain/paper';

interface Props {
  /** The highlight that is edited; `null` for a selection that is none yet. */
  highlight: Highlight | null;
  choose: (colour: Colour) => void;
  comment: (text: string) => void;
  remove: () => void;
}

/** Four colours for the selected passage; for a highlight its comment and the way to remove it too. */
export const HighlightBar = ({ highlight, choose, comment, remove }: Props): VNode => (
  <div
    class="card colours"
    data-gloss={highlight ? 'highlight' : 'selection'}
    role="toolbar"
    aria-label={i18n.t(highlight ? 'highlight.edit' : 'highlight.make')}
  >
    {COLOURS.map((colour) => (
      <button
        key={colour}
        type="button"
        class="colour"
        data-colour={colour}
        aria-label={i18n.t(`highlight.${colour}`)}
        aria-pressed={highlight ? highlight.colour === colour : undefined}
        // Keeps the selection.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => choose(colour)}
      />
    ))}
    {highlight && (
      <>
        <input
          key={highlight.id}
          class="comment"
          data-gloss="comment-input"
          aria-label={i18n.t('highlight.comment')}
          placeholder={i18n.t('highlight.comment')}
          value={highlight.comment}
          onChange={(event) => comment(event.currentTarget.value)}
          onBlur={(event) => comment(event.currentTarget.value)}
        />
        <button type="button" class="plain" data-action="remove" onClick={remove}>
          {i18n.t('highlight.remove')}
        </button>
      </>
    )}
  </div>
);
