import type { LibraryState } from './state';

/** What every view is given: the library's state, and through it the calls and the way to other views. */
export interface ViewProps {
  library: LibraryState;
}
