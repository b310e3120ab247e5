import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { bindingOf, keyLabel } from '@/components/ui/keys/key';
import type { Command } from '@/domain/commands';

interface Props {
  command: Command;
  value: string;
  /** Whether another command has the same key. */
  isTaken: boolean;
  choose: (key: string) => void;
}

/** A key for a command: pressed once to listen, then the next key is taken. Backspace takes the key off. */
export const KeyField = ({ command, value, isTaken, choose }: Props): VNode => {
  const [isListening, setListening] = useState(false);
  const name = i18n.t(`key.${command}`);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <button
          type="button"
          class="key"
          data-command={command}
          aria-label={i18n.t('options.keyFor', [
            name,
            value === '' ? i18n.t('options.noKey') : keyLabel(value),
          ])}
          aria-pressed={isListening}
          onClick={() => setListening(true)}
          onBlur={() => setListening(false)}
          onKeyDown={(event) => {
            const key = isListening ? bindingOf(event) : null;
            if (key === null) return;
            event.preventDefault();
            setListening(false);
            choose(key === 'Backspace' ? '' : key);
          }}
        >
          {isListening
            ? i18n.t('options.press')
            : value === ''
              ? i18n.t('options.noKey')
              : keyLabel(value)}
        </button>
      </td>
      <td class="taken">{isTaken && i18n.t('options.taken')}</td>
    </tr>
  );
};
