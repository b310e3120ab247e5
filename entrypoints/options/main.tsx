import { render } from 'preact';
import { browser } from '#imports';
import type { AllowedSitesProps } from '@/components/app/options/allowed-sites';
import { Options } from '@/components/app/options/options';
import { createOptions } from '@/components/app/options/state';
import { appCall } from '@/rpc/client';
import { listen } from '@/rpc/listen';
import { speak } from '@/components/ui/text/language';

const options = createOptions(appCall);
listen({ 'settings.changed': () => void options.load() });
const allowed: AllowedSitesProps = {
  load: async () => {
    const answer = await appCall('sites.allowed', null);
    return answer.ok ? answer.value : [];
  },
  remove: (pattern) => browser.permissions.remove({ origins: [pattern] }),
};
speak(document);
render(<Options options={options} allowed={allowed} />, document.body);
void options.load();
