import type { TargetedInputEvent, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Tag } from '@/domain/paper/paper';
import { tagId, tagName } from '@/domain/paper/tag';

/** What a paper can be tagged with. */
export interface Completion {
  /** All tags, the likeliest first. */
  tags: readonly Tag[];
  /** Those that similar papers have. */
  suggested: readonly Tag[];
}

interface Props {
  /** Those that the paper has. */
  tags: readonly Tag[];
  completion: Completion;
  setTag: (name: string, on: boolean) => void;
  close: () => void;
}

const MOST_SHOWN = 6;
/** What ends an entry, in any script; a comma never is part of a name. */
const COMMA = /[,，、;；\n]/u;

/** An event of the field; while an input method composes, nothing is taken from it. */
type Typing = TargetedInputEvent<HTMLInputElement>;

interface Option extends Tag {
  /** Similar papers have it. */
  isSuggested: boolean;
}

/**
 * What is offered for the letters typed: tags that begin with them, then those with a word that does, then those that
 * have them anywhere; where nothing is typed yet, the suggested ones and then the likeliest.
 */
export function completions(
  { tags, suggested }: Completion,
  typed: string,
  has: ReadonlySet<string>,
): Option[] {
  const sought = tagId(typed);
  const near = new Set(suggested.map(({ id }) => id));
  const rankOf = ({ id }: Tag): number =>
    id.startsWith(sought) ? 0 : id.includes(`-${sought}`) ? 1 : id.includes(sought) ? 2 : 3;
  const ranked = tags
    .filter((tag) => rankOf(tag) < 3 && !(sought === '' && near.has(tag.id)))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  return [...(sought === '' ? suggested : []), ...ranked]
    .filter(({ id }) => !has.has(id))
    .slice(0, MOST_SHOWN)
    .map((tag) => ({ ...tag, isSuggested: near.has(tag.id) }));
}

/** Types tags with completion. Enter or a comma takes what is chosen, or makes what was typed; Enter on nothing closes. */
export const TagEditor = ({ tags, completion, setTag, close }: Props): VNode => {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const found = completions(completion, typed, new Set(tags.map(({ id }) => id)));
  const isNew =
    tagName(typed) !== '' && ![...completion.tags, ...tags].some(({ id }) => id === tagId(typed));
  const final = found.length - (isNew ? 0 : 1);
  const take = (name: string, rest = ''): void => {
    if (tagName(name) !== '') setTag(tagName(name), true);
    setTyped(rest);
    setChosen(-1);
  };
  const onInput = ({ currentTarget: { value }, isComposing }: Typing): void => {
    const parts = isComposing ? [value] : value.split(COMMA);
    const rest = parts.pop() ?? '';
    if (parts.length === 1) return take(found[chosen]?.name ?? parts[0] ?? '', rest.trimStart());
    for (const part of parts) take(part);
    setTyped(parts.length > 0 ? rest.trimStart() : rest);
    setChosen(-1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (event.isComposing) return;
    if (move !== undefined) setChosen(Math.max(-1, Math.min(final, chosen + move)));
    else if (event.key === 'Enter' && chosen < 0 && typed.trim() === '') close();
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
        aria-expanded={final >= 0}
        aria-controls="gloss-tags"
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `gloss-tag-${chosen}` : undefined}
        placeholder={i18n.t('row.tagPlaceholder')}
        maxLength={60}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={onInput}
        onKeyDown={onKeyDown}
      />
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
    </div>
  );
};

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
