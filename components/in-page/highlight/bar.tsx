import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { COLOURS, type Colour, type Highlight } from '@/domain/paper/paper';

/** A keeper of the page's selection: a press on it does not take the focus. */
const keepSelection = (event: Event): void => event.preventDefault();

/** The arrows walk the bar's controls, as in every toolbar. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const target = event.target as HTMLElement;
  if (!step || target.localName === 'input') return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('button, input')];
  const at = controls.indexOf(target);
  controls[(at + step + controls.length) % controls.length]?.focus();
  event.preventDefault();
}

const Colours = (props: { chosen: Colour | null; choose: (colour: Colour) => void }): VNode => (
  <>
    {COLOURS.map((colour) => (
      <button
        key={colour}
        type="button"
        class="colour"
        data-colour={colour}
        aria-label={i18n.t(`highlight.${colour}`)}
        title={i18n.t(`highlight.${colour}`)}
        aria-pressed={props.chosen ? props.chosen === colour : undefined}
        onMouseDown={keepSelection}
        onClick={() => props.choose(colour)}
      />
    ))}
  </>
);

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
    onKeyDown={walk}
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

interface HighlightProps {
  highlight: Highlight;
  choose: (colour: Colour) => void;
  comment: (text: string) => void;
  remove: () => void;
}

/** For a highlight: its colour, its comment, and the way to remove it. */
export const HighlightBar = ({ highlight, choose, comment, remove }: HighlightProps): VNode => (
  <div
    class="card colours"
    data-gloss="highlight"
    role="toolbar"
    aria-label={i18n.t('highlight.edit')}
    onKeyDown={walk}
  >
    <Colours chosen={highlight.colour} choose={choose} />
    <input
      key={highlight.id}
      class="comment"
      data-gloss="comment-input"
      aria-label={i18n.t('highlight.comment')}
      placeholder={i18n.t('highlight.comment')}
      defaultValue={highlight.comment}
      onInput={(event) => comment(event.currentTarget.value)}
    />
    <button type="button" class="plain" data-action="remove" onClick={remove}>
      {i18n.t('highlight.remove')}
    </button>
  </div>
);

/** Where several highlights lie over each other: each by its words, to be chosen. */
export const HighlightPicker = (props: {
  highlights: readonly Highlight[];
  pick: (highlight: Highlight) => void;
}): VNode => (
  <div
    class="card picker"
    data-gloss="picker"
    role="toolbar"
    aria-orientation="vertical"
    aria-label={i18n.t('highlight.pick')}
    onKeyDown={walk}
  >
    {props.highlights.map((highlight) => (
      <button
        key={highlight.id}
        type="button"
        class="plain pick"
        data-colour={highlight.colour}
        onClick={() => props.pick(highlight)}
      >
        <i class="swatch" data-colour={highlight.colour} aria-hidden="true" />
        <span>{highlight.quote.exact}</span>
        {highlight.comment !== '' && <small>{highlight.comment}</small>}
      </button>
    ))}
  </div>
);
