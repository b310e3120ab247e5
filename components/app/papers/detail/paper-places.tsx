import { i18n } from '#i18n';
import { WebLink } from '@/components/ui/markdown/web-link';
import { relativeDate, siteOf } from '@/components/ui/text/words';
import { webAddress } from '@/domain/web-address';
import type { LibraryPaper } from '@/domain/paper/paper';
import type { LibraryState } from '@/components/app/library/state';

/** Where a paper can be read, where it was listed, and its ids. */
export function Places({ library, paper }: { library: LibraryState; paper: LibraryPaper }) {
  const now = library.now().getTime();
  const links = paper.links.filter(webAddress);
  const listings = paper.listings.toSorted((a, b) => b.at - a.at);
  return (
    <>
      {links.length > 0 && (
        <section>
          <h3>{i18n.t('library.detail.links')}</h3>
          <ul class="detail-list">
            {links.map((url) => (
              <li key={url}>
                <WebLink to={url}>{url.replace(/^https?:\/\/(?:www\.)?/i, '')}</WebLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {listings.length > 0 && (
        <section>
          <h3>{i18n.t('library.detail.listed')}</h3>
          <ul class="detail-list">
            {listings.map(({ url, title, at, site }) => (
              <li key={url}>
                <WebLink to={url}>{title || siteOf(url) || site}</WebLink>{' '}
                <span class="detail-quiet">
                  {siteOf(url)} · {relativeDate(at, now)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{i18n.t('library.detail.ids')}</h3>
        <ul class="detail-ids">
          {paper.keys.map((key) => (
            <li key={key}>
              <code>{key}</code>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
