import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { STATUSES, type Status } from '@/domain/paper/paper';
import { MAX_TAG_LENGTH, tagName } from '@/domain/paper/tag';
import '@/components/app/controls/field.css';
import './bulk-bar.css';
import type { ViewProps } from '@/components/app/library/view-props';

/** Does one thing to all chosen papers at a time; gives whether it was done. */
type Act = (work: (ids: string[]) => Promise<boolean>) => Promise<boolean>;

function StatusChoice({ library, act }: ViewProps & { act: Act }) {
  const label = i18n.t('library.bulk.status');
  return (
    <select
      class="field"
      aria-label={label}
      value=""
      onChange={({ currentTarget }) => {
        const { value } = currentTarget;
        currentTarget.value = '';
        const status = value === 'none' ? null : (value as Status);
        void act((ids) => library.actions.setStatuses(ids, status));
      }}
    >
      <option value="" disabled>
        {label}
      </option>
      {[...STATUSES, 'none'].map((status) => (
        <option key={status} value={status}>
          {i18n.t(`popup.status.${status as Status | 'none'}`)}
        </option>
      ))}
    </select>
  );
}

function TagField({ library, act }: ViewProps & { act: Act }) {
  const [tag, setTag] = useState('');
  const setTags = (on: boolean): void => {
    const name = tagName(tag);
    if (name !== '')
      void act((ids) => library.actions.setTags(ids, name, on)).then((done) => done && setTag(''));
  };
  return (
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
        maxLength={MAX_TAG_LENGTH}
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
  );
}

interface BulkButtonProps {
  name: 'join' | 'export' | 'zotero' | 'delete';
  onPress: () => void;
}

const BulkButton = ({ name, onPress }: BulkButtonProps) => (
  <button
    type="button"
    class="button"
    data-gloss={name === 'join' ? 'merge' : `bulk-${name}`}
    onClick={onPress}
  >
    {i18n.t(`library.bulk.${name}`)}
  </button>
);

/** What can be done with all chosen papers: each one step. */
export function BulkBar({ library }: ViewProps) {
  const { selection, actions, list } = library;
  const [isWorking, setWorking] = useState(false);
  const count = selection.count.value;
  const all = list.listed.value.count;
  const act: Act = async (work) => {
    if (isWorking) return false;
    setWorking(true);
    try {
      return await work([...selection.chosen.peek()]);
    } finally {
      setWorking(false);
    }
  };
  /** For what leaves nothing to choose. */
  const actOnce = (work: (ids: string[]) => Promise<boolean>): void =>
    void act(work).then((done) => done && selection.clear());
  return (
    <div
      class="bulk-bar"
      data-gloss="bulk"
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
      <StatusChoice library={library} act={act} />
      <TagField library={library} act={act} />
      {count > 1 && count <= 20 && <BulkButton name="join" onPress={() => actOnce(actions.join)} />}
      <button
        type="button"
        class="button"
        data-gloss="bulk-complete"
        disabled={library.completing.part.value !== null}
        onClick={() => void library.completing.run([...selection.chosen.peek()])}
      >
        {i18n.t('complete.button')}
      </button>
      <BulkButton name="export" onPress={() => library.go({ view: 'transfer' })} />
      <BulkButton name="zotero" onPress={() => library.go({ view: 'zotero' })} />
      <BulkButton name="delete" onPress={() => actOnce(actions.remove)} />
      <button type="button" class="button" data-kind="plain" onClick={selection.clear}>
        {i18n.t('library.bulk.clear')}
      </button>
    </div>
  );
}
