import { dayOf } from '@/domain/backup';
import { NO_DAYS, type UsedDays, withDay } from '@/domain/days';
import type { GlossDatabase } from './db';
import { readLocal, writeLocal } from './local';

/** The days of use with today, which is counted; `offset` is minutes as `Date.getTimezoneOffset` has them. */
export const countDay = (db: GlossDatabase, now: number, offset: number): Promise<UsedDays> =>
  db.transaction('rw', db.settings, async () => {
    const known = (await readLocal(db, 'days')) ?? NO_DAYS;
    const days = withDay(known, dayOf(now, offset));
    if (days !== known) await writeLocal(db, 'days', days);
    return days;
  });
