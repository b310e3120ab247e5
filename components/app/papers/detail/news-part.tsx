import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import { noticeText } from '@/components/ui/text/notice-words';
import type { LibraryPaper } from '@/domain/paper/paper';
import './news.css';

/** What lists tell of a paper since its reader kept it, and the word that it was seen. */
export function NewsPart({ library, paper }: { library: LibraryState; paper: LibraryPaper }) {
  const { notices } = paper;
  if (notices.length === 0) return null;
  const now = library.now().getTime();
  return (
    <div class="detail-news" data-gloss="news">
      <ul>
        {notices.map((notice) => (
          <li key={notice.kind}>{noticeText(notice, now)}</li>
        ))}
      </ul>
      <button
        type="button"
        class="quiet-button"
        data-kind="link"
        data-gloss="noticed"
        onClick={() => void library.actions.notice([paper.id])}
      >
        {i18n.t('notice.seen')}
      </button>
    </div>
  );
}
