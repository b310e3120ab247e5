import { i18n } from '#i18n';
import { suggest } from '@/domain/query/suggest';
import './suggestions.css';

interface SuggestionsProps {
  /** What is typed. */
  text: string;
  tags: readonly string[];
  /** Takes a way on: the search is that text now. */
  take: (text: string) => void;
}

/** Ways on with what is being typed: the query language, without a page to read about it. */
export function Suggestions({ text, tags, take }: SuggestionsProps) {
  const ways = suggest(text, { tags });
  if (ways.length === 0) return null;
  return (
    <div class="suggestions" role="group" aria-label={i18n.t('library.ways')}>
      {ways.map((way) => (
        <button
          key={way.label}
          type="button"
          class="quiet-button"
          data-kind="edged"
          data-gloss="suggestion"
          // The field keeps the focus: typing goes on.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(way.text)}
        >
          {way.label}
        </button>
      ))}
    </div>
  );
}
