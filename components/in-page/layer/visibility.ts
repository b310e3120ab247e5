/** A look of the browser at an element, which tells whether anything covers it (Chromium alone). */
export type Seen = IntersectionObserverEntry & { isVisible?: boolean };

type Visibility = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

/** Has the browser tell whether anything covers an element (https://w3c.github.io/IntersectionObserver/v2/). */
export const VISIBILITY: Visibility = { trackVisibility: true, delay: 100, threshold: [0, 1] };
