import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import { Colours, walkControls } from '@/components/ui/colours';
import { describeQuote } from '@/domain/anchor/describe';
import { normalise } from '@/domain/anchor/normalise';
import type { Colour, Field, LibraryPaper } from '@/domain/paper/paper';
import { coveredBy, type Segment, segments } from './segments';
import { WithFormulas } from '@/components/app/papers/with-formulas';
import './highlighted-text.css';

/** The passage that a person has selected, and the lower left corner of its last line within the text's box, pixels. */
interface Selected {
  start: number;
  end: number;
  left: number;
  top: number;
}

function selectedIn(box: HTMLElement): Selected | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const covered = range.intersectsNode(box) ? coveredBy(box, range) : null;
  const line = [...range.getClientRects()].findLast(({ width }) => width > 0);
  if (!covered || !line) return null;
  const { left, top } = box.getBoundingClientRect();
  return { ...covered, left: line.left - left, top: line.bottom - top };
}

/** What is selected of a text; nothing while the pointer still draws the selection out. */
function useSelected(box: RefObject<HTMLElement | null>): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    let isDrawn = false;
    const settle = (): void =>
      setSelected(isDrawn || !box.current ? null : selectedIn(box.current));
    const pointer = ({ type, pointerType }: PointerEvent): void => {
      // Fingers draw by handles, which send no events.
      isDrawn = type === 'pointerdown' && pointerType === 'mouse';
      if (type !== 'pointerdown') settle();
    };
    const types = ['pointerdown', 'pointerup', 'pointercancel'] as const;
    for (const type of types) document.addEventListener(type, pointer);
    document.addEventListener('selectionchange', settle);
    return () => {
      for (const type of types) document.removeEventListener(type, pointer);
      document.removeEventListener('selectionchange', settle);
    };
  }, [box]);
  return selected;
}

const drawn = ({ is, text, at, highlight }: Segment) => {
  const segment = (
    <span key={at} data-at={at} data-length={text.length} data-is={is}>
      {is === 'formula' ? <WithFormulas text={text} /> : text}
    </span>
  );
  return highlight ? (
    <mark key={at} class="passage" data-colour={highlight.colour} title={highlight.comment}>
      {segment}
    </mark>
  ) : (
    segment
  );
};

interface Props {
  library: LibraryState;
  paper: LibraryPaper;
  field: Field;
}

/** A paper's title or abstract with its highlights; selected words get the colours to highlight them in. */
export function HighlightedText({ library, paper, field }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const selected = useSelected(box);
  const text = useMemo(() => normalise(paper[field]).text, [paper[field]]);
  const parts = useMemo(
    () =>
      segments(
        text,
        paper.highlights.filter((highlight) => highlight.field === field),
      ),
    [text, paper.highlights, field],
  );
  const highlight = (colour: Colour): void => {
    const selectors = selected && describeQuote(text, selected.start, selected.end);
    if (!selectors) return;
    // The colour shows, and the next selection begins anew.
    getSelection()?.removeAllRanges();
    void library.actions.addHighlight(paper, { field, ...selectors, colour });
  };
  return (
    <div class="highlighted" ref={box}>
      {field === 'title' ? (
        <h2>{parts.map(drawn)}</h2>
      ) : (
        <p class="detail-abstract">{parts.map(drawn)}</p>
      )}
      {selected && (
        <div
          class="highlight-colours"
          data-gloss="selection"
          role="toolbar"
          aria-label={i18n.t('highlight.make')}
          style={{ '--left': `${selected.left}px`, top: `${selected.top}px` }}
          onKeyDown={walkControls}
        >
          <Colours chosen={null} choose={highlight} />
        </div>
      )}
    </div>
  );
}
