import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { copyText } from '@/components/ui/copy';
import type { LibraryPaper } from '@/domain/paper/paper';
import './transfer.css';

const KINDS = ['citation', 'markdown'] as const;

/** What is copied of a paper; the code for it comes when it is first asked for. */
async function textOf(paper: LibraryPaper, kind: (typeof KINDS)[number]): Promise<string> {
  const { paperToCopy } = await import('@/domain/export/paper');
  if (kind === 'citation')
    return (await import('@/domain/export/formats/bibtex')).citation(paperToCopy(paper));
  return (await import('@/domain/export/formats/markdown')).markdownLink(paperToCopy(paper));
}

/** Copies a paper as a BibTeX entry, or as a link in Markdown. */
export function CopyButtons({ paper }: { paper: LibraryPaper }) {
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <p class="copy-buttons">
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          class="button"
          data-kind="plain"
          data-gloss={`copy-${kind}`}
          onClick={({ currentTarget }) =>
            void textOf(paper, kind)
              .then((text) => copyText(text, currentTarget))
              .then((isDone) => setCopied(isDone ? `${paper.id} ${kind}` : null))
          }
        >
          {copied === `${paper.id} ${kind}`
            ? i18n.t('transfer.copied')
            : i18n.t(`transfer.copy.${kind}`)}
        </button>
      ))}
    </p>
  );
}
