import type { ListedEntry } from '@/components/in-page/listed-entry';
import { isTextFocused } from '@/components/in-page/layer/focused';
import { bindingOf } from '@/components/ui/keys/key';
import { type CommandIn, commandsIn, isRepeated, type Keys } from '@/domain/commands';

/** What each command does at an entry. */
export type Commands = Record<CommandIn<'page'>, (item: ListedEntry) => void>;

interface Options {
  keys: () => Keys;
  /** The entry that commands act on; `null` while they act on none. */
  current: () => ListedEntry | null;
  commands: Partial<Commands>;
}

/** Runs the command that a key is bound to; `false` when the key is not ours: without an entry, in a text field. */
export function createKeys({
  keys,
  current,
  commands,
}: Options): (event: KeyboardEvent) => boolean {
  return (event) => {
    const key = bindingOf(event);
    if (key === null) return false;
    const command = commandsIn('page').find((name) => keys()[name] === key);
    const run = command && commands[command];
    if (!run || isTextFocused()) return false;
    const item = current();
    if (!item) return false;
    if (!event.repeat || isRepeated(command)) run(item);
    return true;
  };
}
