import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';

export interface AllowedSitesProps {
  /** Match patterns of the sites that a person allowed. */
  load: () => Promise<string[]>;
  /** Takes one back; the browser may refuse. */
  remove: (pattern: string) => Promise<boolean>;
}

/** `press.example` of `https://press.example/*`. */
const hostOf = (pattern: string): string => pattern.replace(/^[^:]*:\/\//, '').replace(/\/.*$/, '');

/** Sites that Gloss runs on by itself because a person allowed it, each to be taken back; nothing without any. */
export const AllowedSites = ({ load, remove }: AllowedSitesProps): VNode | null => {
  const [patterns, setPatterns] = useState<string[]>([]);
  const refresh = (): void => void load().then(setPatterns);
  useEffect(refresh, []);
  if (patterns.length === 0) return null;
  return (
    <section class="option-group" data-gloss="allowed-sites">
      <h2>{i18n.t('allowed.title')}</h2>
      <p class="about">{i18n.t('allowed.about')}</p>
      <ul class="sites">
        {patterns.map((pattern) => (
          <li key={pattern}>
            <span>{hostOf(pattern)}</span>
            <button
              type="button"
              class="button"
              aria-label={i18n.t('allowed.removeOne', [hostOf(pattern)])}
              onClick={() => void remove(pattern).then(refresh)}
            >
              {i18n.t('allowed.remove')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
