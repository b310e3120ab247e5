import type { VNode } from 'preact';
import { i18n } from '#i18n';
import type { Tag } from '@/domain/paper/paper';
import { MAX_TAG_LENGTH, tagName } from '@/domain/paper/tag';
import { type TagFieldOptions, useTagField } from './tag-field';

/** Types tags with completion. */
export const TagEditor = ({ tags, setTag, ...props }: TagFieldOptions): VNode => {
  const field = useTagField({ tags, setTag, ...props });
  const { typed, chosen, final } = field;
  return (
    <div class="card tag-editor" data-gloss="tag-editor">
      <TagChips tags={tags} remove={(name) => setTag(name, false)} />
      <input
        data-gloss="tag-input"
        role="combobox"
        aria-label={i18n.t('row.tagInput')}
        aria-expanded={final >= 0}
        aria-controls="gloss-tags"
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `gloss-tag-${chosen}` : undefined}
        placeholder={i18n.t('row.tagPlaceholder')}
        maxLength={MAX_TAG_LENGTH}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={field.onInput}
        onKeyDown={field.onKeyDown}
      />
      <Options {...field} />
    </div>
  );
};

/** The tags that the paper has; a click takes one off. */
const TagChips = ({ tags, remove }: { tags: readonly Tag[]; remove: (name: string) => void }) => (
  <div class="made">
    {tags.map(({ id, name, colour }) => (
      <button
        key={id}
        type="button"
        class="chip"
        data-gloss="chip"
        data-tag-colour={colour}
        aria-label={i18n.t('row.removeTag', [name])}
        onClick={() => remove(name)}
      >
        #{name}
        <span aria-hidden="true"> ×</span>
      </button>
    ))}
  </div>
);

const Options = ({ typed, chosen, found, isNew, final, take }: ReturnType<typeof useTagField>) => (
  <div id="gloss-tags" role="listbox" aria-label={i18n.t('row.tags')} class="options">
    {found.map(({ id, name, colour, isSuggested }, index) => (
      <OptionRow
        key={id}
        index={index}
        chosen={chosen}
        colour={colour}
        label={`#${name}`}
        hint={isSuggested ? i18n.t('row.tagSuggested') : ''}
        take={() => take(name)}
      />
    ))}
    {isNew && (
      <OptionRow
        key=""
        index={final}
        chosen={chosen}
        label={i18n.t('row.tagCreate', [tagName(typed)])}
        take={() => take(typed)}
      />
    )}
  </div>
);

interface RowProps {
  index: number;
  chosen: number;
  label: string;
  hint?: string;
  colour?: number;
  take: () => void;
}

const OptionRow = ({ index, chosen, label, hint, colour, take }: RowProps): VNode => (
  <div
    id={`gloss-tag-${index}`}
    role="option"
    aria-selected={index === chosen}
    class="option"
    data-tag-colour={colour}
    onMouseDown={(event) => {
      // Keeps the focus in the field.
      event.preventDefault();
      take();
    }}
  >
    <span>{label}</span>
    {hint && <small>{hint}</small>}
  </div>
);
