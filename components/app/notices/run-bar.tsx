import { i18n } from '#i18n';
import './run-bar.css';

interface RunBarProps {
  /** What is going on. */
  label: string;
  /** The same with figures, where there are any. */
  text?: string;
  /** The share that is done, from 0 to 1; `null` while the whole is unknown. */
  part: number | null;
  /** Marks the button for tests. */
  stopName: string;
  isStopping?: boolean;
  stop: () => void;
}

/** How far something long is, and the way to stop it. */
export const RunBar = ({ label, text, part, stopName, isStopping, stop }: RunBarProps) => (
  <div class="run-bar">
    <progress aria-label={label} max={1} {...(part === null ? {} : { value: Math.min(1, part) })} />
    <span>{text ?? label}</span>
    <button type="button" class="button" data-gloss={stopName} disabled={isStopping} onClick={stop}>
      {i18n.t('transfer.cancel')}
    </button>
  </div>
);
