import { render } from 'preact';
import { browser } from '#imports';
import { Options } from '@/components/options/options';
import { createOptions } from '@/components/options/state';
import { appCall } from '@/rpc/client';

const options = createOptions(appCall);
browser.runtime.onMessage.addListener((message: unknown) => {
  if (typeof message === 'object' && message !== null && 'gloss' in message)
    if (message.gloss === 'settings.changed') void options.load();
});
render(<Options options={options} />, document.body);
void options.load();
