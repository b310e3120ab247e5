import type { ComponentChild, VNode } from 'preact';
import type { MarkdownNode } from '@/domain/markdown';
import { WebLink } from './web-link';
import './markdown.css';

/** Draws a note that was read as Markdown; elements only, never markup. */
export const Markdown = ({ nodes }: { nodes: readonly MarkdownNode[] }): VNode => (
  <div class="markdown">{nodes.map(drawn)}</div>
);

function drawn(node: MarkdownNode): ComponentChild {
  if (typeof node === 'string') return node;
  const { tag: Tag, children, href, start, checked } = node;
  if (Tag === 'checkbox')
    return <input type="checkbox" checked={checked ?? false} disabled aria-label="" />;
  if (Tag === 'br' || Tag === 'hr') return <Tag />;
  if (Tag === 'a' && href !== undefined) return <WebLink to={href}>{children.map(drawn)}</WebLink>;
  if (Tag === 'ol') return <ol start={start ?? 1}>{children.map(drawn)}</ol>;
  return <Tag>{children.map(drawn)}</Tag>;
}
