import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import './field.css';

interface SearchInputProps {
  input: RefObject<HTMLInputElement | null>;
  text: string;
  placeholder: string;
  /** The query cannot be read. */
  isInvalid?: boolean;
  onSearch: (text: string) => void;
  /** ArrowDown: to the list that the search fills. */
  onDown: () => void;
}

/** The field of a search. Escape empties it before the browser takes the key for itself. */
export const SearchInput = ({ input, text, onSearch, onDown, ...props }: SearchInputProps) => (
  <input
    ref={input}
    class="field"
    data-gloss="search"
    type="text"
    role="searchbox"
    aria-label={i18n.t('popup.search')}
    aria-invalid={props.isInvalid ?? false}
    placeholder={props.placeholder}
    autocomplete="off"
    spellcheck={false}
    value={text}
    onInput={({ currentTarget }) => onSearch(currentTarget.value)}
    onKeyDown={(event) => {
      if (event.key === 'ArrowDown') onDown();
      else if (event.key === 'Escape' && text !== '') onSearch('');
      else return;
      event.preventDefault();
    }}
  />
);
