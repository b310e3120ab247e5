import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ListedEntry } from '@/components/highlight/contract';
import type { Tag } from '@/domain/paper';
import { tagId, tagName } from '@/domain/tag';

interface Props {
  item: ListedEntry;
  /** All tags, those used last first. */
  known: Tag[];
  setTag: (name: string, on: boolean) => void;
  close: () => void;
}

const MOST_SHOWN = 6;

/** Tags whose name has the typed letters, those that begin with them first. */
export function completions(known: readonly Tag[], typed: string, has: ReadonlySet<string>): Tag[] {
  const sought = tagId(typed);
  const rankOf = ({ id }: Tag): number => (id.startsWith(sought) ? 0 : id.includes(sought) ? 1 : 2);
  return known
    .filter((tag) => !has.has(tag.id) && rankOf(tag) < 2)
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, MOST_SHOWN);
}

/** Types tags with completion. Enter takes what is chosen, or makes what was typed. */
export const TagEditor = ({ item, known, setTag, close }: Props): VNode => {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);
  const { tags } = item.state;
  const found = completions(known, typed, new Set(tags.map(({ id }) => id)));
  const take = (name: string): void => {
    if (tagName(name) === '') return;
    setTag(name, true);
    setTyped('');
    setChosen(-1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (event.isComposing) return;
    if (move !== undefined) setChosen(Math.max(-1, Math.min(found.length - 1, chosen + move)));
    else if (event.key === 'Enter') take(found[chosen]?.name ?? typed);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Backspace' && typed === '') {
      const last = tags.at(-1);
      if (last) setTag(last.name, false);
      return;
    } else return;
    event.preventDefault();
  };
  return (
    <div class="card tag-editor" data-gloss="tag-editor">
      <div class="made">
        {tags.map(({ id, name, colour }) => (
          <button
            key={id}
            type="button"
            class="chip"
            data-gloss="chip"
            data-tag-colour={colour}
            aria-label={i18n.t('row.removeTag', [name])}
            onClick={() => setTag(name, false)}
          >
            #{name}
            <span aria-hidden="true"> ×</span>
          </button>
        ))}
      </div>
      <input
        ref={input}
        data-gloss="tag-input"
        role="combobox"
        aria-label={i18n.t('row.tagInput')}
        aria-expanded={found.length > 0}
        aria-controls="gloss-tags"
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `gloss-tag-${chosen}` : undefined}
        placeholder={i18n.t('row.tagPlaceholder')}
        maxLength={60}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="gloss-tags" role="listbox" aria-label={i18n.t('row.tags')} class="options">
        {found.map(({ id, name, colour }, index) => (
          <div
            key={id}
            id={`gloss-tag-${index}`}
            role="option"
            aria-selected={index === chosen}
            class="option"
            data-tag-colour={colour}
            onMouseDown={(event) => {
              // Keeps the focus in the field.
              event.preventDefault();
              take(name);
            }}
          >
            #{name}
          </div>
        ))}
      </div>
    </div>
  );
};
