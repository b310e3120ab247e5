import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWanted } from '@/components/app/wanted';
import { stretches } from '@/domain/text/formulas';
import { withPlainFormulas } from '@/domain/text/plain-formula';

type Draw = (tex: string, into: HTMLElement) => void;

/** Few papers have formulas: what draws them comes with the first one that shows. */
const loadDraw = async (): Promise<Draw> => (await import('./draw-formula')).drawFormula;

function Formula({ text, draw }: { text: string; draw: Draw }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const span = place.current;
    if (!span) return;
    try {
      draw(text.slice(1, -1), span);
    } catch {
      // A macro of the author's, most often: the source says more than nothing.
      span.replaceChildren(text);
    }
  }, [text, draw]);
  return <span ref={place} data-gloss="formula" />;
}

/**
 * A text whose formulas between dollar signs are drawn; those that can't be read show as they are written. Until the
 * drawing is loaded they show in letters and signs, about as wide: nothing under them moves from beneath the pointer.
 */
export function WithFormulas({ text }: { text: string }) {
  const parts = stretches(text);
  const draw = useWanted(
    parts.some(({ is }) => is === 'formula'),
    loadDraw,
  );
  if (!draw) return <>{withPlainFormulas(text)}</>;
  return (
    <>
      {parts.map((part, index) =>
        part.is === 'formula' ? <Formula key={index} text={part.text} draw={draw} /> : part.text,
      )}
    </>
  );
}
