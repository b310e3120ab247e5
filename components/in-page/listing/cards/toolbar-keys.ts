const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** The buttons of the toolbar that an element of it is in. */
const buttonsIn = (element: Element): HTMLElement[] => [
  ...(element.closest('[role="toolbar"]')?.querySelectorAll('button') ?? []),
];

/**
 * Keys on a toolbar (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/): arrows, Home and End go through its buttons,
 * Tab leaves it for the next mark, Shift+Tab for its own.
 */
export function toolbarKeys(toMark: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (!(event.target instanceof Element)) return;
    const buttons = buttonsIn(event.target);
    const at = buttons.findIndex((button) => button === event.target);
    if (at < 0) return;
    const { key, shiftKey } = event;
    if (key === 'Tab') {
      // The browser goes on from the mark.
      toMark();
      if (shiftKey) event.preventDefault();
      return;
    }
    const step = STEPS[key];
    const to = key === 'Home' ? 0 : key === 'End' ? -1 : step === undefined ? null : at + step;
    if (to === null) return;
    buttons.at(to % buttons.length)?.focus({ preventScroll: true });
    event.preventDefault();
  };
}
