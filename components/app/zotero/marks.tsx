import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryPaper } from '@/domain/paper/paper';
import { known, type ZoteroPorts } from '@/domain/zotero/client';

export const ports: ZoteroPorts = {
  fetch: (url, init) => fetch(url, init),
  newId: () => crypto.randomUUID().replaceAll('-', ''),
};

const KEPT = 'zotero-marks';

/** Whether papers show that Zotero has them: off until a person turns it on, in this browser. */
export const isMarking = signal(localStorage.getItem(KEPT) !== null);

export function setMarking(on: boolean): void {
  if (on) localStorage.setItem(KEPT, 'on');
  else localStorage.removeItem(KEPT);
  isMarking.value = on;
}

/** What Zotero said of papers, by their ids, as long as this page is open. */
const answers = signal<ReadonlyMap<string, boolean>>(new Map());

export function tellThere(ids: readonly string[], isThere: boolean): void {
  answers.value = new Map([...answers.peek(), ...ids.map((id) => [id, isThere] as const)]);
}

/** A row that only scrolls by is not asked for, milliseconds. */
const GLANCE = 200;

/** Says that Zotero has a paper, once it said so; nothing while it does not run. */
export function InZotero({ paper }: { paper: LibraryPaper }) {
  const isOn = isMarking.value;
  const said = isOn ? answers.value.get(paper.id) : false;
  useEffect(() => {
    if (said !== undefined) return undefined;
    const timer = setTimeout(() => {
      void known(ports, [paper]).then(
        (found) => found.ok && tellThere([paper.id], found.value.length > 0),
      );
    }, GLANCE);
    return () => clearTimeout(timer);
  }, [paper.id, said]);
  if (!said) return null;
  return (
    <span class="in-zotero" data-gloss="in-zotero">
      {i18n.t('zotero.there')}
    </span>
  );
}
