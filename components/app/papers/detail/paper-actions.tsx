import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { CopyButtons } from '@/components/app/transfer/copy';
import { WebLink } from '@/components/ui/markdown/web-link';
import { paperPageOf } from '@/components/ui/text/words';
import { pdfOf } from '@/domain/identity/addresses/own-page';
import type { LibraryPaper } from '@/domain/paper/paper';
import { webAddress } from '@/domain/web-address';

/** A link that looks like a button, where there is an address to open. */
const Out = ({
  to,
  name,
  isMain,
}: {
  to: string | null;
  name: 'open' | 'pdf';
  isMain: boolean;
}) => {
  if (webAddress(to) === undefined) return null;
  return (
    <WebLink
      to={to}
      class="button"
      data-kind={isMain ? 'main' : 'plain'}
      data-gloss={`detail-${name}`}
    >
      {i18n.t(`library.detail.${name}`)}
    </WebLink>
  );
};

/** What is done with a paper most: opening it, its PDF, and copying how it is cited. */
export const PaperActions = ({ paper }: { paper: LibraryPaper }): VNode => (
  <div class="detail-actions">
    <Out to={paperPageOf(paper)} name="open" isMain />
    <Out to={paper.facts.pdf?.value ?? pdfOf(paper.keys) ?? null} name="pdf" isMain={false} />
    <CopyButtons paper={paper} />
  </div>
);
