import type { ComponentChildren, VNode } from 'preact';
import { i18n } from '#i18n';
import { Drawn } from '@/components/in-page/layer/drawn';
import type { BarPlace } from '@/domain/settings';
import { styleOf } from './place';

interface Props {
  place: BarPlace;
  /** The last message, which screen readers say. */
  told: { text: string } | null;
  children: ComponentChildren;
}

/** The corner of the window that a page bar hangs in. */
export const Corner = ({ place, told, children }: Props): VNode => (
  <section
    class="dock"
    data-corner={place.corner}
    style={styleOf(place)}
    aria-label={i18n.t('dock.region')}
  >
    <div role="status" class="unseen">
      {told && <Drawn key={told.text} text={told.text} />}
    </div>
    {children}
  </section>
);
