import type { VNode } from 'preact';

interface Props {
  text: string;
  class?: string | undefined;
  /** The name for tests and style sheets. */
  name?: string | undefined;
}

/**
 * A text that the style sheet draws. What a person thinks of a paper shows so: `window.find` and selections find text
 * in closed shadow roots, and a page may ask letter by letter; generated content they don't find. Screen readers read it.
 */
export const Drawn = ({ text, class: className, name }: Props): VNode => (
  <span class={className ? `drawn ${className}` : 'drawn'} data-gloss={name} data-text={text} />
);

/** The same for elements that are made without components. */
export function drawText(element: HTMLElement, text: string): void {
  element.classList.add('drawn');
  element.dataset.text = text;
}
