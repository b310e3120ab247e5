import type { ComponentChildren } from 'preact';
import { webAddress } from '@/domain/web-address';

/**
 * The one link to an address that a page, a file or a note gave: opened in a tab of its own, which learns nothing of
 * where it was opened. Any other address is drawn as its text.
 */
export function WebLink({ to, children }: { to: string | null; children: ComponentChildren }) {
  const href = webAddress(to);
  if (href === undefined) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
