import './palette.css';
import './topic-dot.css';

/** The colour that a topic has in every view; `null` is that of papers in none. */
export const TopicDot = ({ colour }: { colour: number | null }) => (
  <span class="topic-dot" style={{ background: `var(--topic-${colour ?? 'none'})` }} />
);
