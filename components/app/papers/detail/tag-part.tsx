import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryPaper } from '@/domain/paper/paper';
import { MAX_TAG_LENGTH, tagName } from '@/domain/paper/tag';
import type { LibraryState } from '@/components/app/library/state';

/** The tags of a paper: each can be taken off, and others put on. */
export function TagPart({ library, paper }: { library: LibraryState; paper: LibraryPaper }) {
  const [typed, setTyped] = useState('');
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = tagName(typed);
    if (name !== '')
      void library.actions.setTag(paper, name, true).then((done) => done && setTyped(''));
  };
  const own = new Set(paper.tags.map(({ id }) => id));
  return (
    <form class="detail-tags" onSubmit={add}>
      {paper.tags.map(({ id, name, colour }) => (
        <button
          key={id}
          type="button"
          class="chip detail-tag"
          style={{ color: `var(--tag-${colour})` }}
          aria-label={i18n.t('row.removeTag', [name])}
          onClick={() => void library.actions.setTag(paper, name, false)}
        >
          #{name} <span aria-hidden="true">✕</span>
        </button>
      ))}
      <input
        list="detail-tags"
        data-gloss="tag-input"
        aria-label={i18n.t('row.tagInput')}
        placeholder={i18n.t('row.tagPlaceholder')}
        maxLength={MAX_TAG_LENGTH}
        autocomplete="off"
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <datalist id="detail-tags">
        {library.tags.value
          .filter(({ id }) => !own.has(id))
          .map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
      </datalist>
    </form>
  );
}
