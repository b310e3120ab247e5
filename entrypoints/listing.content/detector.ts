import type { Taught } from '@/domain/taught';
import type { Site } from '@/sites/site';
import type { Teacher } from '@/sites/taught/teacher';

/** What learns from a person how the lists of a site are read. */
export interface School {
  /** A reader with what a person taught of the site's lists. */
  taughtSite: (taught: Taught, base: Site) => Site;
  teacher: Teacher;
}

/** What reads a page because a person asked for it, known or not. */
export interface Detector {
  site: Site;
  /** Absent where there is nothing to learn. */
  school?: School;
}
