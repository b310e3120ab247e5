import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { CopyDiagnostics } from '@/components/app/notices/copy-diagnostics';
import { Empty } from '@/components/app/notices/empty';
import { LIST_TO_START } from '@/components/app/notices/start';
import { StatusMark } from '@/components/app/rows/status-mark';
import { RunBar } from '@/components/app/notices/run-bar';
import { WindowList } from '@/components/app/rows/window-list';
import { keyLabel } from '@/components/ui/keys/key';
import { Keyed } from '@/components/app/keys/keyed';
import { problem } from '@/components/app/notices/problem';
import { BulkBar } from '@/components/app/papers/list/bulk-bar';
import { choosePaper, useListKeys } from '@/components/app/papers/list/list-keys';
import { ROW_HEIGHTS } from '@/components/app/papers/list/density';
import { PaperRow } from '@/components/app/papers/list/paper-row';
import { SearchBar } from '@/components/app/papers/search/search-bar';
import { isInbox } from '@/components/app/library/inbox';
import type { LibraryState } from '@/components/app/library/state';
import './papers.css';
import type { ViewProps } from '@/components/app/library/view-props';

const marks = (
  <>
    <StatusMark status={null} />
    <StatusMark status="saved" />
    <StatusMark status="read" />
  </>
);

function Nothing({ library }: ViewProps) {
  const { failure } = library.list.listed.value;
  if (failure)
    return (
      <Empty
        tone="alert"
        text={problem(i18n.t('popup.couldnt.list'), failure)}
        action={{ label: i18n.t('popup.topics.again'), onPress: () => void library.list.load() }}
      >
        <CopyDiagnostics call={library.call} />
      </Empty>
    );
  if (library.route.value.query === '')
    return (
      <Empty
        picture={marks}
        text={i18n.t('popup.empty.recent')}
        action={{
          label: i18n.t('popup.empty.openArxiv'),
          onPress: () => library.openTab(LIST_TO_START, { background: false }),
        }}
      />
    );
  if (isInbox(library.route.value))
    return (
      <Empty
        picture={marks}
        text={i18n.t('library.inbox.empty')}
        action={{ label: i18n.t('library.inbox.all'), onPress: () => library.search('') }}
      />
    );
  const action = { label: i18n.t('popup.empty.clear'), onPress: () => library.search('') };
  return <Empty text={i18n.t('popup.empty.filtered')} action={action} />;
}

/** Keys that act on the list besides those that move in it. */
function useKeys(library: LibraryState): (event: KeyboardEvent) => void {
  const { selection, list, route, actions } = library;
  return (event) => {
    const at = list.indexOf(route.peek().paper);
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') void selection.all();
    else if (event.key === 'Escape' && selection.count.peek() > 0) selection.clear();
    else if (event.key === ' ' && at >= 0) selection.toggle(at);
    else if (event.key === 'Delete') {
      const id = route.peek().paper;
      const ids = selection.count.peek() > 0 ? [...selection.chosen.peek()] : id ? [id] : [];
      if (ids.length > 0) void actions.remove(ids).then((done) => done && selection.clear());
    } else if (event.key === 'Enter')
      document.querySelector<HTMLElement>('[data-gloss="detail"]')?.focus();
    else return;
    event.preventDefault();
  };
}

function Rows({ library, focusSearch }: ViewProps & { focusSearch: () => void }) {
  const { list, selection, route } = library;
  const { count, of } = list.listed.value;
  const chosen = selection.chosen.value;
  const query = list.query.value;
  const density = library.density.value;
  const onKey = useKeys(library);
  const now = library.now().getTime();
  return (
    <WindowList
      label={i18n.t('popup.list.label')}
      of={of}
      count={count}
      key={density}
      rowHeight={ROW_HEIGHTS[density]}
      active={list.indexOf(route.value.paper)}
      isMultiple
      isSelected={(index) => chosen.has(list.idAt(index) ?? '')}
      onActive={(index, { extend, toggle }) => {
        if (toggle) return selection.toggle(index);
        if (extend) void selection.extend(index);
        else selection.anchorAt(index);
        void choosePaper(library, index);
      }}
      onRange={(first, last) => void list.reach(first, last)}
      onKey={onKey}
      onLeave={focusSearch}
      row={(index) => {
        const paper = list.paperAt(index);
        return (
          paper && (
            <PaperRow
              paper={paper}
              query={query}
              now={now}
              density={density}
              isChosen={chosen.has(paper.id)}
              onToggle={() => selection.toggle(index)}
            />
          )
        );
      }}
    />
  );
}

/** Search, what can be done with the chosen ones, and the list of papers. */
export function Papers({ library }: ViewProps) {
  const { isKnown, count } = library.list.listed.value;
  const keys = library.keys.value;
  const part = library.completing.part.value;
  const view = useRef<HTMLDivElement>(null);
  useListKeys(library, view);
  const focusSearch = (): void =>
    view.current?.querySelector<HTMLElement>('[data-gloss="search"]')?.focus();
  return (
    <div class="papers" ref={view}>
      <SearchBar library={library} />
      {library.selection.count.value > 0 && <BulkBar library={library} />}
      {part !== null && (
        <RunBar
          label={i18n.t('complete.running')}
          part={part}
          stopName="complete-stop"
          stop={library.completing.stop}
        />
      )}
      {isInbox(library.route.value) && count > 0 && (
        <p class="papers-about">
          <Keyed
            text={i18n.t('library.inbox.about', [
              keyLabel(keys.save),
              keyLabel(keys.dismiss),
              keyLabel(keys.read),
            ])}
          />
        </p>
      )}
      {isKnown && count === 0 && <Nothing library={library} />}
      {count > 0 && <Rows library={library} focusSearch={focusSearch} />}
    </div>
  );
}
