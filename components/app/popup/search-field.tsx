import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { SearchInput } from '@/components/app/controls/search-input';

interface SearchFieldProps {
  text: string;
  onSearch: (text: string) => void;
  /** ArrowDown. */
  onDown: () => void;
  /** It has the focus for the first time. */
  onFocused: () => void;
}

/** The search: focused when the popup opens, a remembered text selected so that typing replaces it; Escape empties it before it closes the popup. */
export function SearchField({ text, onSearch, onDown, onFocused }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
    onFocused();
  }, []);
  return (
    <search class="search">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="7" cy="7" r="4.25" />
        <path d="M10.3 10.3L14 14" />
      </svg>
      <SearchInput
        input={input}
        text={text}
        placeholder={i18n.t('popup.search')}
        onSearch={onSearch}
        onDown={onDown}
      />
      {text !== '' && (
        <button
          type="button"
          class="quiet-button search-clear"
          aria-label={i18n.t('popup.clearSearch')}
          onClick={() => {
            onSearch('');
            input.current?.focus();
          }}
        >
          ✕
        </button>
      )}
    </search>
  );
}
