import type { TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Tag } from '@/domain/paper/paper';
import { tagId, tagName } from '@/domain/paper/tag';
import { type Completion, completions } from './completions';

/** Ends a name, in any script; a comma never is part of a name. */
const COMMA = /[,，、;；\n]/u;

/** An event of the field; while an input method composes, nothing is taken from it. */
type Typing = TargetedInputEvent<HTMLInputElement>;

/** What the field of a paper's tags is made from. */
export interface TagFieldOptions {
  /** Those that the paper has. */
  tags: readonly Tag[];
  /** Letters that were typed before this field was there. */
  begun: string;
  completion: Completion;
  setTag: (name: string, on: boolean) => void;
  /** Tells the typed letters. */
  type: (letters: string) => void;
  close: () => void;
}

/**
 * The field that tags are typed into, with its completion. Enter or a comma takes the chosen option, or makes the typed
 * tag; Enter on nothing closes. Options are counted from 0, the one to make a new tag last; -1 is none.
 */
export function useTagField({ tags, begun, completion, setTag, type, close }: TagFieldOptions) {
  const [typed, setTyped] = useState(begun);
  const [chosen, setChosen] = useState(-1);
  const found = completions(completion, typed, new Set(tags.map(({ id }) => id)));
  const isNew =
    tagName(typed) !== '' && ![...completion.tags, ...tags].some(({ id }) => id === tagId(typed));
  const final = found.length - (isNew ? 0 : 1);
  const hold = (letters: string): void => {
    setTyped(letters);
    setChosen(-1);
    type(letters);
  };
  const take = (name: string, rest = ''): void => {
    if (tagName(name) !== '') setTag(tagName(name), true);
    hold(rest);
  };
  const onInput = ({ currentTarget: { value }, isComposing }: Typing): void => {
    const parts = isComposing ? [value] : value.split(COMMA);
    const rest = parts.pop() ?? '';
    if (parts.length === 1) return take(found[chosen]?.name ?? parts[0] ?? '', rest.trimStart());
    for (const part of parts) take(part);
    hold(parts.length > 0 ? rest.trimStart() : rest);
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
  return { typed, chosen, found, isNew, final, take, onInput, onKeyDown };
}
