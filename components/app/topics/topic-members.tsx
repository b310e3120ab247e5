import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { titleText } from '@/components/app/rows/title';
import type { LibraryState } from '@/components/app/library/state';
import { WindowList } from '@/components/app/rows/window-list';
import type { reasonsOf } from '@/domain/topics/manage';
import type { ListedPaper } from '@/topics/tasks';
import { useAbstracts } from './abstracts';

type Reasons = ReturnType<typeof reasonsOf>;

interface MembersProps {
  label: string;
  ids: readonly string[];
  papers: readonly ListedPaper[];
  /** Why a paper is there; `null` for papers that belong together by nothing. */
  reasonsOf: Reasons | null;
  call: LibraryState['call'];
  /** The paper in the detail pane. */
  open: string | null;
  onOpen: (paper: string) => void;
}

const ROW = 56;

/** The papers of a topic, and why each is there. */
export function Members({ label, ids, papers, reasonsOf: find, call, open, onOpen }: MembersProps) {
  const byId = useMemo(() => new Map(papers.map((paper) => [paper.id, paper])), [papers]);
  const members = ids.flatMap((id) => byId.get(id) ?? []);
  const { abstractOf, reach } = useAbstracts(call, ids);
  return (
    <WindowList
      label={label}
      count={members.length}
      rowHeight={ROW}
      active={members.findIndex(({ id }) => id === open)}
      isSelected={(index) => members[index]?.id === open}
      onActive={(index) => onOpen(members[index]?.id ?? '')}
      onRange={find ? reach : () => undefined}
      row={(index) => {
        const paper = members[index];
        return paper && <Member paper={paper} abstract={abstractOf(paper.id)} reasonsOf={find} />;
      }}
    />
  );
}

function Member({
  paper: { title },
  abstract,
  reasonsOf: find,
}: {
  paper: ListedPaper;
  abstract: string | undefined;
  reasonsOf: Reasons | null;
}) {
  const reasons = useMemo(
    () => (abstract === undefined ? null : (find?.({ title, abstract }).slice(0, 4) ?? null)),
    [find, title, abstract],
  );
  return (
    <div class="topic-member">
      <p>{titleText(title)}</p>
      <p class="topic-why">
        {reasons &&
          (reasons.length > 0
            ? i18n.t('topics.why', [reasons.join(', ')])
            : i18n.t('topics.whyNear'))}
      </p>
    </div>
  );
}
