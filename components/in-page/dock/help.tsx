import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { keyLabel } from '@/components/ui/key';
import { COMMANDS, type Keys } from '@/domain/settings';

/** The keys of triage mode as they are bound. */
export const Help = ({ keys }: { keys: Keys }): VNode => (
  <section class="card sheet" data-gloss="help" aria-label={i18n.t('dock.keys')}>
    <h2>{i18n.t('dock.keys')}</h2>
    <dl class="keys">
      {COMMANDS.filter((command) => keys[command] !== '').map((command) => (
        <div key={command}>
          <dt>
            <kbd>{keyLabel(keys[command])}</kbd>
          </dt>
          <dd>{i18n.t(`key.${command}`)}</dd>
        </div>
      ))}
    </dl>
  </section>
);
