import { HUES, SHAPES } from '@/domain/topics/types';
import './palette.css';
import './topic-dot.css';

/** The colour of a topic's or a theme's mark, for CSS; `null` is that of papers in none. */
export const hueOf = (colour: number | null): string =>
  `var(--topic-${colour === null ? 'none' : colour % HUES})`;

/** The shape of a topic's mark, by number; a theme's is a circle. */
export const shapeOf = (colour: number | null): number =>
  colour === null ? 0 : Math.floor(colour / HUES) % SHAPES;

/** The mark that a topic has in every view: the hue of its theme, in a shape of its own. */
export const TopicDot = ({ colour }: { colour: number | null }) => (
  <span class="topic-dot" data-shape={shapeOf(colour)} style={{ background: hueOf(colour) }} />
);
