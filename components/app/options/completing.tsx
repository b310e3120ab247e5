import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { allowServices, forgetServices } from '@/components/app/papers/completing';

/** Whether what saved papers lack is asked for; the browser asks the person when it is turned on. */
export const CompletingChoice = ({
  isOn,
  change,
}: {
  isOn: boolean;
  change: (isOn: boolean) => void;
}): VNode => (
  <section class="option-group" data-gloss="completing">
    <h2>{i18n.t('complete.title')}</h2>
    <p class="about">{i18n.t('complete.about')}</p>
    <label class="check">
      <input
        type="checkbox"
        name="isCompleting"
        checked={isOn}
        onChange={async ({ currentTarget }) => {
          const box = currentTarget;
          const wanted = box.checked;
          const isAllowed = wanted && (await allowServices());
          if (!wanted) await forgetServices();
          box.checked = isAllowed;
          change(isAllowed);
        }}
      />
      {i18n.t('complete.always')}
    </label>
  </section>
);
