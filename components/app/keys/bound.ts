import { i18n } from '#i18n';
import type { KeyRow } from '@/components/ui/keys/key-rows';
import { bindingOf } from '@/components/ui/keys/key';
import {
  type Command,
  type CommandPlace,
  commandsIn,
  FIXED_KEYS,
  type Keys,
} from '@/domain/commands';

/** Which of some commands a press means; `undefined` where it means none. */
export function commandOf<Name extends Command>(
  event: KeyboardEvent,
  keys: Keys,
  commands: readonly Name[],
): Name | undefined {
  const key = bindingOf(event);
  return key === null ? undefined : commands.find((name) => keys[name] === key);
}

const FIXED = Object.entries(FIXED_KEYS) as {
  [Name in keyof typeof FIXED_KEYS]: [Name, { key: string; places: readonly CommandPlace[] }];
}[keyof typeof FIXED_KEYS][];

/** The rows of a place's sheet: its commands as they are bound, then the keys that nobody can change. */
export const sheetRows = (keys: Keys, place: CommandPlace): KeyRow[] => [
  ...commandsIn(place).map((name) => [keys[name], i18n.t(`key.${name}`)] as const),
  ...FIXED.filter(([, { places }]) => places.includes(place)).map(
    ([name, { key }]) => [key, i18n.t(`key.${name}`)] as const,
  ),
];
