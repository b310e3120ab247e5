import type { ComponentChildren } from 'preact';
import { webAddress } from '@/domain/web-address';

interface Props {
  to: string | null;
  children: ComponentChildren;
  class?: string;
  'data-kind'?: string;
  'data-gloss'?: string;
}

/**
 * The one link to an address that a page, a file or a note gave: opened in a tab of its own, which learns nothing of
 * where it was opened. Any other address is drawn as its text.
 */
export function WebLink({ to, children, ...look }: Props) {
  const href = webAddress(to);
  if (href === undefined) return <>{children}</>;
  return (
    <a {...look} href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
