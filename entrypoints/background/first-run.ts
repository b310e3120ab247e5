import { browser } from '#imports';
import { openOwnPage } from './own-page';

/** Opens the page on which a newcomer tries everything, once: after the installation. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openOwnPage('welcome');
  });
}
