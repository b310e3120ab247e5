import { i18n } from '#i18n';
import { keyLabel } from '@/components/ui/keys/key';
import { kindName } from '@/components/ui/text/kind-name';
import type { OtherChange } from '@/domain/import/others';
import type { Command } from '@/domain/commands';
import type { Kind, Treatment } from '@/domain/settings';

/** What a change beside papers is about. */
export function otherLabel({ field, name }: OtherChange): string {
  switch (field) {
    case 'muted':
    case 'watched':
    case 'watchedAuthors':
    case 'sites':
      return i18n.t(`options.${field}`);
    case 'keys':
      return i18n.t('transfer.other.key', [i18n.t(`key.${name as Command}`)]);
    case 'treatments':
      return i18n.t(`kind.${kindName(name as Kind)}`);
    case 'isAdvancing':
      return i18n.t('options.advance');
    case 'isPrinted':
      return i18n.t('options.print');
    case 'isDiscreet':
      return i18n.t('options.discreet');
    case 'tag':
      return i18n.t('transfer.field.tag');
    case 'siteOff':
    case 'search':
    case 'topic':
    case 'value':
    case 'section':
      return i18n.t(`transfer.other.${field}`);
  }
}

/** A value before or after such a change; nothing stays nothing. */
export function otherText({ field }: OtherChange, text: string): string {
  if (text === '') return '';
  if (field === 'keys') return keyLabel(text);
  if (field === 'treatments') return i18n.t(`treatment.${text as Treatment}`);
  const isSwitch = field === 'isAdvancing' || field === 'isPrinted' || field === 'isDiscreet';
  return isSwitch ? i18n.t(text === 'on' ? 'transfer.other.on' : 'transfer.other.off') : text;
}

/** That so much changed beside papers. */
export const othersDone = (count: number): string =>
  i18n.t('transfer.import.othersDone', count, [count.toLocaleString()]);
