import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { commandOf } from '@/components/app/keys/bound';
import { isOfPage, type ListCommand } from '@/components/app/library/page-keys';
import type { LibraryState } from '@/components/app/library/state';
import { bindingOf } from '@/components/ui/keys/key';
import { isTextField } from '@/components/ui/keys/text-field';
import { paperPageOf } from '@/components/ui/text/words';
import type { LibraryPaper, Status } from '@/domain/paper/paper';
import { commandsIn, FIXED_KEYS } from '@/domain/commands';
import { decide } from '@/components/app/papers/decide';

const inPage = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-gloss="${name}"]`);

/** A field of the chosen paper. */
const inDetail = (name: string): HTMLElement | null =>
  inPage('detail')?.querySelector<HTMLElement>(`[data-gloss="${name}"]`) ?? null;

/** Makes the paper at a place of the list the chosen one. */
export async function choosePaper({ list, open }: LibraryState, index: number): Promise<void> {
  await list.reach(Math.max(0, index - 20), index + 20);
  open(list.idAt(index) ?? null, { replace: true });
}

/** Goes on in the list, and into it where nothing has the focus: its own keys act on the chosen paper then. */
async function move(library: LibraryState, by: 1 | -1): Promise<void> {
  const { list, route, selection } = library;
  const { count } = list.listed.peek();
  if (count === 0) return;
  const at = list.indexOf(route.peek().paper);
  const to = at < 0 ? 0 : Math.min(count - 1, Math.max(0, at + by));
  selection.anchorAt(to);
  await choosePaper(library, to);
  if (document.activeElement === document.body) inPage('list')?.focus({ preventScroll: true });
}

/** Decides about the selected papers; about the chosen one where none is selected, and goes on to the next. */
function decideByKey(library: LibraryState, status: Status): void {
  const { actions, list, route, selection } = library;
  const selected = selection.chosen.peek();
  if (selected.size > 0) return void actions.setStatuses([...selected], status);
  const paper = list.paper(route.peek().paper ?? '');
  if (paper) void decide(library, paper, { status, isAdvancing: library.isAdvancing.peek() });
}

/** Goes to the field that tags the selected papers; to the chosen one's where none is selected. */
function goToTags({ selection }: LibraryState): void {
  const field = selection.count.peek() > 0 ? inPage('bulk-tag') : inDetail('tag-input');
  field?.focus();
}

/** Does what each command of the list does; those of the whole page are in `usePageKeys`. */
export const actsOf = (
  library: LibraryState,
): Record<ListCommand, (paper: LibraryPaper | null) => void> => ({
  next: () => void move(library, 1),
  previous: () => void move(library, -1),
  save: () => decideByKey(library, 'saved'),
  dismiss: () => decideByKey(library, 'dismissed'),
  read: () => decideByKey(library, 'read'),
  tags: () => goToTags(library),
  note: () => {
    const field = inDetail('note-input');
    // From its preview the note goes on to its text.
    if (field?.hidden) inDetail('note')?.querySelector<HTMLElement>('button')?.click();
    else field?.focus();
  },
  highlight: () => {
    const colour = inDetail('selection')?.querySelector<HTMLElement>('[data-colour]');
    if (colour) colour.click();
    else library.notice.value = { tone: 'status', text: i18n.t('dock.did.noSelection') };
  },
  open: (paper) => {
    const address = paper && paperPageOf(paper);
    if (address) library.openTab(address, { background: false });
  },
});

/** From a field of the chosen paper, or of the selected ones, Escape leads back to the list. */
function leavesField({ key, target, isComposing }: KeyboardEvent): boolean {
  const isIn = (name: string): boolean =>
    target instanceof Node && inPage(name)?.contains(target) === true;
  if (key !== 'Escape' || isComposing || !(isIn('detail') || isIn('bulk'))) return false;
  inPage('list')?.focus();
  return true;
}

/** "/" leads to the search, the down arrow to the papers where nothing has the focus. */
function wayIn({ key, target }: KeyboardEvent, view: HTMLElement | null): HTMLElement | null {
  const isNowhere = target === document.body;
  const to =
    key === FIXED_KEYS.search.key ? 'search' : key === 'ArrowDown' && isNowhere ? 'list' : null;
  return view?.querySelector<HTMLElement>(`[data-gloss="${to}"]`) ?? null;
}

/** Keys act on the list from wherever nothing is typed: those of triage, and the ways in. */
export function useListKeys(library: LibraryState, view: RefObject<HTMLElement | null>): void {
  // Before the first picture: rows that show can be gone to.
  useLayoutEffect(() => {
    const acts = actsOf(library);
    const take = (event: KeyboardEvent): boolean => {
      if (leavesField(event)) return true;
      const key = bindingOf(event);
      if (key === null || (event.target instanceof Element && isTextField(event.target)))
        return false;
      const way = wayIn(event, view.current);
      way?.focus();
      if (way) return true;
      const command = commandOf(event, library.keys.peek(), commandsIn('library'));
      if (!command || isOfPage(command)) return false;
      acts[command](library.list.paper(library.route.peek().paper ?? '') ?? null);
      return true;
    };
    const onKey = (event: KeyboardEvent): void => {
      const isFree = !event.defaultPrevented && !library.isCovered();
      if (isFree && take(event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [library, view]);
}
