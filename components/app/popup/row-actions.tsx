import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryPaper } from '@/domain/paper/paper';
import { MAX_TAG_LENGTH, tagName } from '@/domain/paper/tag';
import type { Doing } from './doing';

interface Props {
  paper: LibraryPaper;
  /** Whether the Tab key stops here. */
  isStop: boolean;
  doing: Doing;
  /** Opens the note. */
  note: () => void;
}

interface ButtonProps {
  name: string;
  label: string;
  isStop: boolean;
  isPressed?: boolean;
  press: () => void;
  children: ComponentChildren;
}

const ActionButton = ({ name, label, isStop, isPressed, press, children }: ButtonProps) => (
  <button
    type="button"
    class="row-action"
    data-action={name}
    tabIndex={isStop ? 0 : -1}
    aria-label={label}
    aria-pressed={isPressed}
    title={label}
    onClick={press}
  >
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {children}
    </svg>
  </button>
);

/** Takes a tag for a row's paper; Escape puts it away. */
function TagField({ paper, doing, close }: Pick<Props, 'paper' | 'doing'> & { close: () => void }) {
  const [typed, setTyped] = useState('');
  return (
    <form
      class="row-tag"
      onSubmit={(event) => {
        event.preventDefault();
        const name = tagName(typed);
        if (name !== '') doing.tag(paper, name);
        close();
      }}
    >
      <input
        ref={(input) => input?.focus()}
        class="field"
        data-gloss="row-tag"
        aria-label={i18n.t('row.tagInput')}
        placeholder={i18n.t('row.tagInput')}
        maxLength={MAX_TAG_LENGTH}
        autocomplete="off"
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={close}
        onKeyDown={(event) => {
          // The arrows are for the text here, not for the list.
          event.stopPropagation();
          if (event.key !== 'Escape') return;
          event.preventDefault();
          close();
        }}
      />
    </form>
  );
}

/** What can be done with a row's paper without leaving the popup; shown where the pointer or the focus is. */
export function RowActions({ paper, isStop, doing, note }: Props) {
  const [isTagging, setTagging] = useState(false);
  const wasTagging = useRef(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isLost = !isTagging && document.activeElement === document.body;
    // The field that had the focus is gone: the keys go on at its paper.
    if (wasTagging.current && isLost)
      place.current?.closest('li')?.querySelector<HTMLElement>('[data-row-link]')?.focus();
    wasTagging.current = isTagging;
  }, [isTagging]);
  if (isTagging) return <TagField {...{ paper, doing }} close={() => setTagging(false)} />;
  const [isSaved, isDismissed] = [paper.status === 'saved', paper.status === 'dismissed'];
  return (
    <div class="row-actions" ref={place}>
      <ActionButton
        name="save"
        label={i18n.t(isSaved ? 'paper.unsave' : 'row.save')}
        isStop={isStop}
        isPressed={isSaved}
        press={() => doing.setStatus(paper, isSaved ? null : 'saved')}
      >
        <circle cx="8" cy="8" r="5" />
      </ActionButton>
      <ActionButton
        name="dismiss"
        label={i18n.t(isDismissed ? 'row.undismiss' : 'row.dismiss')}
        isStop={isStop}
        isPressed={isDismissed}
        press={() => doing.setStatus(paper, isDismissed ? null : 'dismissed')}
      >
        <path d="M4 4l8 8M12 4l-8 8" />
      </ActionButton>
      <ActionButton
        name="tag"
        label={i18n.t('row.tags')}
        isStop={isStop}
        press={() => setTagging(true)}
      >
        <path d="M6.5 2.5l-1 11M10.5 2.5l-1 11M3 6h10.5M2.5 10H13" />
      </ActionButton>
      <ActionButton name="note" label={i18n.t('row.note')} isStop={isStop} press={note}>
        <path d="M3 13l.6-2.8 7.4-7.4 2.2 2.2-7.4 7.4L3 13z" />
      </ActionButton>
      <ActionButton
        name="show"
        label={i18n.t(doing.place === 'page' ? 'popup.row.onPage' : 'popup.row.inLibrary')}
        isStop={isStop}
        press={() => doing.show(paper)}
      >
        <path d="M3 8h9M8.5 4.5L12 8l-3.5 3.5" />
      </ActionButton>
      <ActionButton
        name="cite"
        label={i18n.t('popup.row.cite')}
        isStop={isStop}
        press={() => doing.copy(paper, 'citation')}
      >
        <path d="M3 9.5V7.8C3 5.7 4 4.2 6 3.5M3.2 8.5h3v4h-3zM9 9.5V7.8c0-2.1 1-3.6 3-4.3M9.2 8.5h3v4h-3z" />
      </ActionButton>
      <ActionButton
        name="copy"
        label={i18n.t('popup.row.copy')}
        isStop={isStop}
        press={() => doing.copy(paper, 'link')}
      >
        <rect x="5.5" y="5.5" width="7" height="8" rx="1.5" />
        <path d="M10.5 3.5v-.5a1 1 0 0 0-1-1h-5a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h.5" />
      </ActionButton>
    </div>
  );
}
