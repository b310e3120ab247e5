import type { ComponentChildren } from 'preact';
import './empty.css';

interface EmptyProps {
  /** A picture made of real components; not read aloud. */
  picture?: ComponentChildren;
  text: string;
  /** One thing to do about it. */
  action?: { label: string; onPress: () => void };
  tone?: 'quiet' | 'alert';
  /** What else can be done. */
  children?: ComponentChildren;
}

/** Shown in place of an empty list. */
export function Empty({ picture, text, action, tone = 'quiet', children }: EmptyProps) {
  return (
    <div class="empty" data-tone={tone} role={tone === 'alert' ? 'alert' : undefined}>
      {picture && (
        <div class="empty-picture" aria-hidden="true">
          {picture}
        </div>
      )}
      <p>{text}</p>
      {action && (
        <button type="button" class="button" onClick={action.onPress}>
          {action.label}
        </button>
      )}
      {children}
    </div>
  );
}
