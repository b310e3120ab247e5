import { i18n } from '#i18n';
import type { SiteOfPage } from './site-state';

interface SiteLineProps {
  site: SiteOfPage;
  onAllow: () => void;
  onDisallow: () => void;
  onTurn: (isOff: boolean) => void;
}

/** The page's site, and what Gloss does there by itself. */
export function SiteLine({ site, onAllow, onDisallow, onTurn }: SiteLineProps) {
  const change = {
    known: () => onTurn(true),
    off: () => onTurn(false),
    allowed: onDisallow,
    strange: onAllow,
  }[site.is];
  return (
    <div class="site-line" data-gloss="site-line" data-site={site.is}>
      <span>{i18n.t(`popup.site.is.${site.is}`, [site.host])}</span>
      <button type="button" class="quiet-button" data-gloss="site-change" onClick={change}>
        {i18n.t(`popup.site.change.${site.is}`)}
      </button>
    </div>
  );
}
