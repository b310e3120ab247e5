import type { VNode } from 'preact';
import './kbd.css';

/** A sentence in which keys are between backticks, as in Markdown: they are shown as keys. */
export const Keyed = ({ text }: { text: string }): VNode => (
  <>{text.split('`').map((part, at) => (at % 2 === 1 ? <kbd key={at}>{part}</kbd> : part))}</>
);
