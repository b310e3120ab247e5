import { browser } from '#imports';
import { webAddress } from '@/domain/web-address';

/** Opens an address of the web in a tab; any other is not opened. */
export function openTab(address: string, { background }: { background: boolean }): void {
  const url = webAddress(address);
  if (url !== undefined) void browser.tabs.create({ url, active: !background });
}
