import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { KeyRows } from '@/components/ui/keys/key-rows';
import { commandsIn, type Keys } from '@/domain/commands';

/** The keys of triage mode as they are bound. */
export const Help = ({ keys }: { keys: Keys }): VNode => (
  <section class="card sheet" data-gloss="help" aria-label={i18n.t('dock.keys')}>
    <h2>{i18n.t('dock.keys')}</h2>
    <KeyRows rows={commandsIn('page').map((name) => [keys[name], i18n.t(`key.${name}`)])} />
  </section>
);
