import type { VNode } from 'preact';
import { i18n } from '#i18n';
import type { ListedEntry } from '@/components/highlight/contract';
import type { Highlight, Status } from '@/domain/paper';
import { Icon, type IconName } from './icons';

export type Action = 'save' | 'dismiss' | 'read' | 'tags' | 'note' | 'open';

interface Props {
  item: ListedEntry;
  /** Highlights whose passage this page's text does not hold. */
  missing: Highlight[];
  act: (action: Action) => void;
  removeTag: (name: string) => void;
}

interface ButtonProps {
  action: Action;
  icon: IconName;
  label: string;
  hint: string;
  pressed?: boolean;
  act: Props['act'];
}

const Button = ({ action, icon, label, hint, pressed, act }: ButtonProps): VNode => (
  <button
    type="button"
    data-action={action}
    aria-pressed={pressed}
    class={pressed ? 'action pressed' : 'action'}
    onClick={() => act(action)}
  >
    <Icon name={icon} filled={pressed === true && action === 'save'} />
    {label}
    <kbd aria-hidden="true">{hint}</kbd>
  </button>
);

/** A status button's label says what is, when it is pressed. */
const isStatus = (item: ListedEntry, status: Status): boolean => item.state.status === status;

/** What can be done with an entry, and what was: opened by its mark. */
export const Toolbar = ({ item, missing, act, removeTag }: Props): VNode => {
  const { entry, state } = item;
  const [saved, dismissed, read] = [
    isStatus(item, 'saved'),
    isStatus(item, 'dismissed'),
    isStatus(item, 'read'),
  ];
  const note = state.note.text.split('\n').find((line) => line.trim() !== '');
  return (
    <div
      class="card toolbar"
      data-gloss="toolbar"
      role="toolbar"
      aria-label={i18n.t('row.toolbar', [entry.title])}
    >
      <div class="actions">
        <Button
          action="save"
          icon="save"
          hint="s"
          pressed={saved}
          act={act}
          label={i18n.t(saved ? 'row.unsave' : 'row.save')}
        />
        <Button
          action="dismiss"
          icon="dismiss"
          hint="d"
          pressed={dismissed}
          act={act}
          label={i18n.t(dismissed ? 'row.undismiss' : 'row.dismiss')}
        />
        <Button
          action="read"
          icon="read"
          hint="r"
          pressed={read}
          act={act}
          label={i18n.t('row.markRead')}
        />
        <Button action="tags" icon="tags" hint="t" act={act} label={i18n.t('row.tags')} />
        <Button action="note" icon="note" hint="n" act={act} label={i18n.t('row.note')} />
        {entry.links.length > 0 && (
          <Button action="open" icon="open" hint="o" act={act} label={i18n.t('row.open')} />
        )}
      </div>
      {(state.tags.length > 0 || note) && (
        <div class="made">
          {state.tags.map(({ id, name, colour }) => (
            <button
              key={id}
              type="button"
              class="chip"
              data-gloss="chip"
              data-tag-colour={colour}
              aria-label={i18n.t('row.removeTag', [name])}
              onClick={() => removeTag(name)}
            >
              #{name}
              <span aria-hidden="true"> ×</span>
            </button>
          ))}
          {note && <span class="first-words">{note}</span>}
        </div>
      )}
      {missing.map(({ id, quote }) => (
        <p key={id} class="missing">
          {i18n.t('row.missing', [quote.exact])}
        </p>
      ))}
    </div>
  );
};
