import type { PageSettings, SiteSettings } from '@/domain/settings';
import type { Failure } from '@/domain/result';
import { pageCall } from '@/rpc/client';

/** The settings as they hold on this page. */
export interface LiveSettings {
  now: () => PageSettings;
  /** Replaces the settings. */
  heed: (settings: PageSettings) => void;
  /** Stores what this site remembers; shown at once. */
  remember: (change: SiteSettings) => void;
}

interface Options {
  settings: PageSettings;
  changed: () => void;
  failed: (failure: Failure) => void;
}

export function createSettings({ settings: first, changed, failed }: Options): LiveSettings {
  let settings = first;
  return {
    now: () => settings,
    heed: (next) => {
      settings = next;
      changed();
    },
    remember: ({ treatments, bar, isCollapsed }) => {
      const all = { ...settings.treatments, ...treatments };
      settings = {
        ...settings,
        treatments: all,
        bar: bar ?? settings.bar,
        isCollapsed: isCollapsed ?? settings.isCollapsed,
      };
      changed();
      // The kinds of a site are kept together.
      const change = { bar, isCollapsed, treatments: treatments && all };
      const given = Object.fromEntries(
        Object.entries(change).filter(([, value]) => value !== undefined),
      );
      void pageCall('settings.site', given).then((answer) => {
        if (!answer.ok) failed(answer.error);
      });
    },
  };
}
