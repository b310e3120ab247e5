import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { copyText } from '@/components/ui/copy';

/** Text of a report that a person looks through before taking it along; nothing is sent. */
export const ReportText = ({ text, label }: { text: string; label: string }): VNode => {
  /** What was copied last: other text has not been. */
  const [copied, setCopied] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const copy = async (button: Element): Promise<void> => {
    const isDone = await copyText(text, button);
    setCopied(isDone ? text : null);
    // The text is there to be copied by hand.
    if (!isDone) area.current?.select();
  };
  return (
    <>
      <textarea ref={area} class="report-text" readOnly rows={9} value={text} aria-label={label} />
      <button
        type="button"
        class="plain"
        data-action="copy"
        onClick={({ currentTarget }) => void copy(currentTarget)}
      >
        {i18n.t(copied === text ? 'shortfall.copied' : 'shortfall.copy')}
      </button>
    </>
  );
};
