import type { Status } from '@/domain/paper/paper';
import './status-mark.css';

/** A status as a shape: a dot, a tick, a struck ring; a ring where nothing was decided. */
export function StatusMark({ status, label }: { status: Status | null; label?: string }) {
  const naming =
    label === undefined
      ? ({ 'aria-hidden': true } as const)
      : ({ role: 'img', 'aria-label': label } as const);
  return (
    <svg
      class="status-mark"
      data-status={status ?? 'none'}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      {...naming}
    >
      {status === 'saved' && <circle cx="8" cy="8" r="5" fill="currentColor" />}
      {status === 'read' && <path d="M3 8.5l3.4 3.4L13 4.8" />}
      {(status === null || status === 'dismissed') && <circle cx="8" cy="8" r="4.75" />}
      {status === 'dismissed' && <path d="M3.4 12.6l9.2-9.2" />}
    </svg>
  );
}
