import { i18n } from '#i18n';
import { WebLink } from '@/components/ui/markdown/web-link';
import { publishedIn } from '@/domain/identity/published';
import type { FactName } from '@/domain/paper/facts';
import type { LibraryPaper } from '@/domain/paper/paper';

/** A date as a person reads it, as exact as it is known. */
function dateText(iso: string): string {
  const [year = 0, month, day] = iso.split('-').map(Number);
  if (month === undefined) return String(year);
  return new Intl.DateTimeFormat(undefined, {
    year: 'numeric',
    month: 'short',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, day ?? 1));
}

/** Volume, issue and pages as journals are cited: `12(3), 101–118`. */
function placeText({ volume, issue, pages }: LibraryPaper['facts']): string {
  const number = `${volume?.value ?? ''}${issue ? `(${issue.value})` : ''}`;
  return [number, pages?.value].filter(Boolean).join(', ');
}

/** When, where and in which version a paper appeared, with its code; each tells who stated it. */
export function Printed({ paper }: { paper: LibraryPaper }) {
  const { facts } = paper;
  const { published, venue, version, code } = facts;
  const year = publishedIn(paper);
  const from = (name: FactName): { title?: string } => {
    const source = facts[name]?.source;
    return source === undefined ? {} : { title: i18n.t('library.detail.from', [source]) };
  };
  const place = placeText(facts);
  const parts = [
    venue && <span {...from('venue')}>{venue.value}</span>,
    place !== '' && <span {...from(facts.volume ? 'volume' : 'pages')}>{place}</span>,
    published ? (
      <time dateTime={published.value} {...from('published')}>
        {dateText(published.value)}
      </time>
    ) : (
      year !== null && <span>{year}</span>
    ),
    version && <span {...from('version')}>{version.value}</span>,
    code && (
      <span {...from('code')}>
        <WebLink to={code.value}>{i18n.t('transfer.column.code')}</WebLink>
      </span>
    ),
  ].filter(Boolean);
  return parts.length === 0 ? null : (
    <p class="detail-printed" data-gloss="printed">
      {parts.map((part, at) => [at > 0 && ' · ', part])}
    </p>
  );
}
