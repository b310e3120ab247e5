/** Gives a mark the focus back from its card: that is no wish to open another. */
export function focusQuietly(mark: HTMLElement): void {
  mark.dataset.quiet = 'true';
  mark.focus({ preventScroll: true });
  delete mark.dataset.quiet;
}

/** Whether a mark gets the focus back just now. */
export const isQuiet = (mark: HTMLElement): boolean => mark.dataset.quiet !== undefined;
