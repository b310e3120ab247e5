import type { SnippetPiece } from '@/domain/query/snippet';
import './pieces.css';

/** A text in which what was sought is marked. */
export function Pieces({ pieces }: { pieces: readonly SnippetPiece[] }) {
  return (
    <>
      {pieces.map(({ text, isHit }, index) =>
        isHit ? (
          <mark key={index} class="hit">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  );
}
