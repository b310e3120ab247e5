import type { Piece } from '@/domain/query/snippet';
import './pieces.css';

/** A text in which what was sought is marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
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
