import { i18n } from '#i18n';
import { authorsLine, printedLine } from '@/components/app/rows/byline';
import { noticesText } from '@/components/ui/text/notice-words';
import { noteLine } from '@/components/app/rows/title';
import { relativeDate, siteOf } from '@/components/ui/text/words';
import { Pieces } from '@/components/app/rows/pieces';
import { InZotero } from '@/components/app/zotero/marks';
import { StatusMark } from '@/components/app/rows/status-mark';
import { publishedIn } from '@/domain/identity/published';
import type { LibraryPaper } from '@/domain/paper/paper';
import type { Query } from '@/domain/query/query';
import { type Snippet, snippetOf } from '@/domain/query/snippet';
import { withPlainFormulas } from '@/domain/text/plain-formula';
import type { Density } from './density';
import './paper-row.css';

interface PaperRowProps {
  paper: LibraryPaper;
  query: Query;
  now: number;
  density: Density;
  isChosen: boolean;
  onToggle: () => void;
}

/** Where a paper was met last, if nothing tells where it appeared: its authors' line does where something does. */
function metAt(paper: LibraryPaper): string {
  if (paper.facts.venue || publishedIn(paper) !== null) return '';
  return siteOf(paper.listings.toSorted((a, b) => b.at - a.at)[0]?.url ?? null);
}

/** The room that names keep in a line that is too long: six em, of fewer letters what those take at the least. */
const leastOf = (names: string): string => `${Math.min(6, names.length * 0.4)}em`;

/** Characters of an abstract that two lines of a wide row have room for. */
const BEGINNING = 500;

/** What was found beside the title, else the first words of the note and, where they leave a line, of the abstract. */
function More({ paper, snippet }: { paper: LibraryPaper; snippet: Snippet }) {
  if (snippet.field !== null)
    return (
      <p>
        <span class="paper-row-field">{i18n.t(`library.fields.${snippet.field}`)}</span>
        <Pieces pieces={snippet.text} />
      </p>
    );
  const note = noteLine(paper.note.text);
  return (
    <>
      {note !== '' && <p class="paper-row-note">{note}</p>}
      <p>{withPlainFormulas(paper.abstract.slice(0, BEGINNING))}</p>
    </>
  );
}

/** One paper of the list. */
export function PaperRow({ paper, query, now, density, isChosen, onToggle }: PaperRowProps) {
  const [site, at] = [metAt(paper), paper.savedAt ?? paper.updatedAt];
  const [who, printed] = [authorsLine(paper.authors), printedLine(paper)];
  const news = noticesText(paper.notices, now);
  const status = i18n.t(`popup.status.${paper.status ?? 'none'}`);
  const snippet = snippetOf(paper, query);
  return (
    <div class="paper-row" data-status={paper.status ?? 'none'} data-density={density}>
      <span
        class="paper-row-choose"
        data-gloss="choose"
        data-chosen={isChosen}
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        <StatusMark status={paper.status} label={status} />
        <span class="paper-row-box" aria-hidden="true" />
      </span>
      <div class="paper-row-body">
        <p class="paper-row-title">
          {paper.title === '' ? i18n.t('popup.row.untitled') : <Pieces pieces={snippet.title} />}
        </p>
        <p class="paper-row-facts">
          {news !== '' && <span class="paper-row-news">{news}</span>}
          {(who !== '' || printed !== '') && (
            <span class="paper-row-byline">
              <span class="paper-row-authors" style={{ '--least': leastOf(who) }}>
                {who}
              </span>
              <span class="paper-row-printed">
                {who !== '' && printed !== '' ? ' · ' : ''}
                {printed}
              </span>
            </span>
          )}
          {site !== '' && <span class="paper-row-where">{site}</span>}
          {paper.tags.length > 0 && (
            <span class="paper-row-tags">
              {paper.tags.map(({ id, name, colour }) => (
                <span key={id} style={{ color: `var(--tag-${colour})` }}>
                  #{name}{' '}
                </span>
              ))}
            </span>
          )}
        </p>
        {density !== 'dense' && (
          <div class="paper-row-more">
            <More paper={paper} snippet={snippet} />
          </div>
        )}
      </div>
      <p class="paper-row-side">
        {at > 0 && <time dateTime={new Date(at).toISOString()}>{relativeDate(at, now)}</time>}
        <InZotero paper={paper} />
      </p>
    </div>
  );
}
