import { i18n } from '#i18n';
import { Empty } from '@/components/ui/empty';
import { WindowList } from '@/components/ui/window-list';
import { problem } from '@/components/popup/problem';
import { PaperRow, ROW_HEIGHT } from './paper-row';
import type { ViewProps } from './views';

/** The list of papers. */
export function Papers({ library }: ViewProps) {
  const { papers, failure, isKnown } = library.papers.listed.value;
  const { paper, query } = library.route.value;
  if (failure && papers.length === 0)
    return (
      <Empty
        tone="alert"
        text={problem(i18n.t('popup.couldnt.list'), failure)}
        action={{ label: i18n.t('popup.topics.again'), onPress: () => void library.papers.load() }}
      />
    );
  if (!isKnown) return null;
  if (papers.length === 0)
    return query === '' ? (
      <Empty text={i18n.t('popup.empty.recent')} />
    ) : (
      <Empty
        text={i18n.t('popup.empty.filtered')}
        action={{ label: i18n.t('popup.empty.clear'), onPress: () => library.search('') }}
      />
    );
  return (
    <WindowList
      label={i18n.t('popup.list.label')}
      count={papers.length}
      rowHeight={ROW_HEIGHT}
      active={papers.findIndex(({ id }) => id === paper)}
      isSelected={(index) => papers[index]?.id === paper}
      onActive={(index) => library.open(papers[index]?.id ?? null, { replace: true })}
      onRange={(_first, last) => void library.papers.reach(last)}
      row={(index) => {
        const shown = papers[index];
        return shown && <PaperRow paper={shown} now={library.now().getTime()} />;
      }}
    />
  );
}
