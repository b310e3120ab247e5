import { i18n } from '#i18n';
import { selectedRange } from '@/components/in-page/highlight/selection';
import type { IdentifiedEntry } from '@/domain/entry';
import { type Failure, ok, type Result } from '@/domain/result';
import type { PageSettings } from '@/domain/settings';
import type { Lesson, Taught } from '@/domain/taught';
import { pageCall } from '@/rpc/client';
import type { School } from './detector';

interface Ports {
  /** `null` in the script of known sites. */
  school: School | null;
  taught: () => Taught | null;
  entries: () => readonly IdentifiedEntry[];
  /** The settings as they are now stored: the page is read again by them. */
  heed: (settings: PageSettings) => void;
  tell: (text: string, isFailure: boolean) => void;
}

const WHY: Partial<Record<Failure['reason'], () => string>> = {
  missing: () => i18n.t('teach.nothing'),
  invalid: () => i18n.t('teach.same'),
  forbidden: () => i18n.t('teach.forbidden'),
};

/**
 * Teaches Gloss by what is selected on the page, and has it stored for the site. The script of known sites has no
 * school: the one that has is asked for, if the browser lets it in.
 */
export function createLessons({ school, taught, entries, heed, tell }: Ports) {
  const learned = (lesson: Lesson | 'forget'): Result<Taught | null> => {
    if (!school) return ok(null);
    if (lesson !== 'forget') {
      const known = { page: document, before: taught(), entries: entries() };
      return school.teacher.teach(lesson, selectedRange(), known);
    }
    school.teacher.forget();
    return ok(null);
  };
  const teach = async (lesson: Lesson | 'forget'): Promise<Result<null>> => {
    if (!school) return pageCall('page.teach', { lesson });
    const now = learned(lesson);
    if (!now.ok) return now;
    const stored = await pageCall('settings.site', { taught: now.value });
    if (!stored.ok) return stored;
    heed(stored.value);
    const count = entries().length;
    tell(lesson === 'forget' ? i18n.t('teach.forgotten') : i18n.t('teach.did', count), false);
    return ok(null);
  };
  return async (lesson: Lesson | 'forget'): Promise<Result<null>> => {
    const answer = await teach(lesson);
    if (!answer.ok)
      tell(WHY[answer.error.reason]?.() ?? i18n.t(`failure.${answer.error.reason}`), true);
    return answer;
  };
}
