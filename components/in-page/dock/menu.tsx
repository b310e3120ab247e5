import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { keepSelection } from '@/components/ui/colours';
import { kindName } from '@/components/ui/text/kind-name';
import { type Kind, type Treatment, TREATMENTS, type Treatments } from '@/domain/settings';

const ACTIONS = ['undo', 'dismissAbove', 'seeAll', 'teach', 'help', 'settings', 'turnOff'] as const;
export type MenuAction = (typeof ACTIONS)[number];
/** Those that open another sheet in the menu's place. */
export type Sheet = Extract<MenuAction, 'teach' | 'help'>;
export const isSheet = (action: MenuAction): action is Sheet =>
  action === 'teach' || action === 'help';

interface Props {
  treatments: Treatments;
  /** Kinds that can be told on this page. */
  kinds: readonly Kind[];
  /** Which actions make sense now. */
  can: (action: MenuAction) => boolean;
  treat: (kind: Kind, treatment: Treatment) => void;
  act: (action: MenuAction) => void;
}

/** The menu of the page bar: how entries show on this site, and rarer actions. */
export const Menu = ({ treatments, kinds, can, treat, act }: Props): VNode => {
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => card.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  return (
    <section ref={card} class="card sheet" data-gloss="menu" aria-label={i18n.t('dock.menu')}>
      <h2>{i18n.t('dock.onThisSite')}</h2>
      {kinds.map((kind) => (
        <fieldset key={kind} class="treatment">
          <legend>{i18n.t(`kind.${kindName(kind)}`)}</legend>
          {TREATMENTS.map((treatment) => (
            <label key={treatment} class="choice">
              <input
                type="radio"
                name={kind}
                value={treatment}
                checked={treatments[kind] === treatment}
                onChange={() => treat(kind, treatment)}
              />
              {i18n.t(`treatment.${treatment}`)}
            </label>
          ))}
        </fieldset>
      ))}
      <div class="menu-actions">
        {ACTIONS.filter(can).map((action) => (
          <button
            key={action}
            type="button"
            class="plain"
            data-action={action}
            onMouseDown={keepSelection}
            onClick={() => act(action)}
          >
            {i18n.t(`dock.${action}`)}
          </button>
        ))}
      </div>
    </section>
  );
};
