import { i18n } from '#i18n';
import type { KeyRow } from '@/components/ui/keys/key-rows';
import { bindingOf } from '@/components/ui/keys/key';
import type { Command, Keys } from '@/domain/settings';

/** Which of some commands a press means; `undefined` where it means none. */
export function commandOf<Name extends Command>(
  event: KeyboardEvent,
  keys: Keys,
  commands: readonly Name[],
): Name | undefined {
  const key = bindingOf(event);
  return key === null ? undefined : commands.find((name) => keys[name] === key);
}

/** Rows of a sheet for commands as they are bound. */
export const boundRows = (keys: Keys, commands: readonly Command[]): KeyRow[] =>
  commands.map((name) => [keys[name], i18n.t(`key.${name}`)]);
