import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { allowServices, forgetServices } from '@/components/app/papers/completing';

/** Asks the browser for the services, or gives them back; whether they may be asked now. */
async function choose(isWanted: boolean): Promise<boolean> {
  if (isWanted) return allowServices();
  await forgetServices();
  return false;
}

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
        onChange={({ currentTarget }) => {
          const box = currentTarget;
          void choose(box.checked).then((isAllowed) => {
            box.checked = isAllowed;
            change(isAllowed);
          });
        }}
      />
      {i18n.t('complete.always')}
    </label>
  </section>
);
