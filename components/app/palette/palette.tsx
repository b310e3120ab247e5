import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import { keyLabel } from '@/components/ui/keys/key';
import { type Entry, entriesFor } from './entries';
import '@/components/app/controls/field.css';
import '@/components/app/keys/kbd.css';
import './palette.css';

const idOf = (entry: Entry | undefined): string | undefined => entry && `palette-${entry.id}`;

interface OptionProps {
  entry: Entry;
  isActive: boolean;
  point: () => void;
  run: () => void;
}

function Option({ entry, isActive, point, run }: OptionProps) {
  const option = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <li
      ref={option}
      id={idOf(entry)}
      role="option"
      aria-selected={isActive}
      data-gloss="palette-entry"
      onPointerMove={point}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <span>{entry.label}</span>
      {entry.key !== '' && <kbd>{keyLabel(entry.key)}</kbd>}
    </li>
  );
}

/** The entries for what is typed, the one that Enter runs, and what closes the dialog before it runs. */
function usePalette(library: LibraryState, dialog: RefObject<HTMLDialogElement | null>) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const entries = entriesFor(library, text);
  const run = (entry: Entry | undefined): void => {
    // The focus goes back first: what runs may move it on.
    dialog.current?.close();
    entry?.run();
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => setAt((at + 1) % entries.length),
    ArrowUp: () => setAt((at + entries.length - 1) % entries.length),
    Enter: () => run(entries[at]),
    Escape: () => dialog.current?.close(),
  };
  return {
    text,
    at,
    entries,
    run,
    point: setAt,
    type: (typed: string): void => {
      setText(typed);
      setAt(0);
    },
    press: (event: KeyboardEvent): void => {
      const act = event.isComposing ? undefined : keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
  };
}

/**
 * All places and commands of the library over it, one to choose: a field that says what its list shows
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
 */
export function Palette({ library }: { library: LibraryState }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const palette = usePalette(library, dialog);
  const { entries, at } = palette;
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="palette"
      data-gloss="palette"
      aria-label={i18n.t('palette.label')}
      onClose={() => {
        library.isPaletteOpen.value = false;
      }}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <input
        class="field"
        type="text"
        role="combobox"
        aria-label={i18n.t('palette.label')}
        aria-expanded
        aria-autocomplete="list"
        aria-controls="palette-list"
        aria-activedescendant={idOf(entries[at])}
        placeholder={i18n.t('palette.hint')}
        autocomplete="off"
        spellcheck={false}
        value={palette.text}
        onInput={({ currentTarget }) => palette.type(currentTarget.value)}
        onKeyDown={palette.press}
      />
      <ul id="palette-list" role="listbox" aria-label={i18n.t('palette.label')}>
        {entries.map((entry, index) => (
          <Option
            key={entry.id}
            entry={entry}
            isActive={index === at}
            point={() => index !== at && palette.point(index)}
            run={() => palette.run(entry)}
          />
        ))}
      </ul>
    </dialog>
  );
}
