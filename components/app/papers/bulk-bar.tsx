import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { STATUSES, type Status } from '@/domain/paper/paper';
import { tagName } from '@/domain/paper/tag';
import '@/components/ui/field.css';
import './bulk-bar.css';
import type { ViewProps } from '@/components/app/library/view-props';

/** What can be done with all chosen papers: each one step. */
export function BulkBar({ library }: ViewProps) {
  const { selection, actions, list } = library;
  const [tag, setTag] = useState('');
  const [isWorking, setWorking] = useState(false);
  const count = selection.count.value;
  const all = list.listed.value.count;
  const act = async (work: (ids: string[]) => Promise<boolean>): Promise<boolean> => {
    if (isWorking) return false;
    setWorking(true);
    try {
      return await work([...selection.chosen.peek()]);
    } finally {
      setWorking(false);
    }
  };
  const setTags = (on: boolean): void => {
    const name = tagName(tag);
    if (name !== '')
      void act((ids) => actions.setTags(ids, name, on)).then((done) => done && setTag(''));
  };
  return (
    <div
      class="bulk-bar"
      role="toolbar"
      aria-label={i18n.t('library.bulk.label')}
      aria-busy={isWorking}
    >
      <p role="status" data-gloss="chosen">
        {i18n.t('library.bulk.chosen', count, [count.toLocaleString()])}
      </p>
      {count < all && (
        <button type="button" class="button" data-kind="plain" onClick={() => void selection.all()}>
          {i18n.t('library.bulk.all', [all.toLocaleString()])}
        </button>
      )}
      <select
        class="field"
        aria-label={i18n.t('library.bulk.status')}
        value=""
        onChange={({ currentTarget }) => {
          const { value } = currentTarget;
          currentTarget.value = '';
          const status = value === 'none' ? null : (value as Status);
          void act((ids) => actions.setStatuses(ids, status));
        }}
      >
        <option value="" disabled>
          {i18n.t('library.bulk.status')}
        </option>
        {[...STATUSES, 'none'].map((status) => (
          <option key={status} value={status}>
            {i18n.t(`popup.status.${status as Status | 'none'}`)}
          </option>
        ))}
      </select>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTags(true);
        }}
      >
        <input
          class="field"
          list="library-tags"
          data-gloss="bulk-tag"
          aria-label={i18n.t('popup.tags.label')}
          placeholder={i18n.t('popup.tags.label')}
          maxLength={60}
          value={tag}
          onInput={({ currentTarget }) => setTag(currentTarget.value)}
        />
        <datalist id="library-tags">
          {library.tags.value.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <button type="submit" class="button">
          {i18n.t('library.bulk.tag')}
        </button>
        <button type="button" class="button" onClick={() => setTags(false)}>
          {i18n.t('library.bulk.untag')}
        </button>
      </form>
      {count > 1 && count <= 20 && (
        <button
          type="button"
          class="button"
          data-gloss="merge"
          onClick={() =>
            void act((ids) => actions.merge(ids)).then((done) => done && selection.clear())
          }
        >
          {i18n.t('library.bulk.merge')}
        </button>
      )}
      <button
        type="button"
        class="button"
        data-gloss="bulk-export"
        onClick={() => library.go({ view: 'transfer' })}
      >
        {i18n.t('library.bulk.export')}
      </button>
      <button
        type="button"
        class="button"
        data-gloss="bulk-zotero"
        onClick={() => library.go({ view: 'zotero' })}
      >
        {i18n.t('library.bulk.zotero')}
      </button>
      <button
        type="button"
        class="button"
        data-gloss="bulk-delete"
        onClick={() =>
          void act((ids) => actions.remove(ids)).then((done) => done && selection.clear())
        }
      >
        {i18n.t('library.bulk.delete')}
      </button>
      <button type="button" class="button" data-kind="plain" onClick={selection.clear}>
        {i18n.t('library.bulk.clear')}
      </button>
    </div>
  );
}
