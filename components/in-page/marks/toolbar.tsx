import type { VNode } from 'preact';
import { i18n } from '#i18n';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { Drawn } from '@/components/in-page/layer/drawn';
import { firstWords, relativeDate } from '@/components/ui/text/words';
import { keyLabel } from '@/components/ui/keys/key';
import type { Highlight, Sighting, Status } from '@/domain/paper/paper';
import type { Keys } from '@/domain/commands';
import { Icon, type IconName } from './icons';
import { News } from './news';

export type Action = 'save' | 'dismiss' | 'read' | 'tags' | 'note' | 'open' | 'noticed';

interface Props {
  item: ListedEntry;
  /** Hides the person's own words and earlier visits. */
  isDiscreet: boolean;
  /** Highlights whose passage this page's text does not hold. */
  missing: Highlight[];
  /** Shown beside what they do. */
  keys: Keys;
  /** When it was on the screen before. */
  seen: Sighting | null;
  /** Milliseconds since 1970. */
  now: number;
  /** The name that a person knows a site by. */
  siteName: (id: string) => string;
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
    // Reached from its mark (`toolbar-keys.ts`): in the page's order it would be met a second time, far from there.
    tabIndex={-1}
    data-action={action}
    aria-label={label}
    aria-pressed={pressed}
    class={pressed ? 'action pressed' : 'action'}
    onClick={() => act(action)}
  >
    <Icon name={icon} filled={pressed === true && action === 'save'} />
    <Drawn text={label} />
    {hint !== '' && <kbd aria-hidden="true">{hint}</kbd>}
  </button>
);

/** A pressed status button's label says the state. */
const isStatus = (item: ListedEntry, status: Status): boolean => item.state.status === status;

/** The tags, the note and the lost passages of an entry, and when it was seen before. */
const Made = ({
  item: { state },
  missing,
  seen,
  now,
  siteName,
  removeTag,
}: Pick<Props, 'item' | 'missing' | 'seen' | 'now' | 'siteName' | 'removeTag'>): VNode => {
  const note = firstWords(state.note.text);
  return (
    <>
      {(state.tags.length > 0 || note) && (
        <div class="made">
          {state.tags.map(({ id, name, colour }) => (
            <button
              key={id}
              type="button"
              tabIndex={-1}
              class="chip"
              data-gloss="chip"
              data-tag-colour={colour}
              aria-label={i18n.t('row.removeTag', [name])}
              onClick={() => removeTag(name)}
            >
              <Drawn text={`#${name}`} />
              <span aria-hidden="true"> ×</span>
            </button>
          ))}
          {note && <Drawn class="first-words" text={note} />}
        </div>
      )}
      {seen && (
        <p class="seen">
          <Drawn text={seenText(seen, now, siteName)} />
        </p>
      )}
      {missing.map(({ id, quote }) => (
        <p key={id} class="missing">
          <Drawn text={i18n.t('row.missing', [quote.exact])} />
        </p>
      ))}
    </>
  );
};

/** The actions for an entry, and its status, tags and note so far: opened by its mark. */
export const Toolbar = ({
  item,
  isDiscreet,
  missing,
  keys,
  seen,
  now,
  siteName,
  act,
  removeTag,
}: Props): VNode => {
  const { entry } = item;
  const [saved, dismissed, read] = [
    isStatus(item, 'saved'),
    isStatus(item, 'dismissed'),
    isStatus(item, 'read'),
  ];
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
          hint={keyLabel(keys.save)}
          pressed={saved}
          act={act}
          label={i18n.t(saved ? 'row.unsave' : 'row.save')}
        />
        <Button
          action="dismiss"
          icon="dismiss"
          hint={keyLabel(keys.dismiss)}
          pressed={dismissed}
          act={act}
          label={i18n.t(dismissed ? 'row.undismiss' : 'row.dismiss')}
        />
        <Button
          action="read"
          icon="read"
          hint={keyLabel(keys.read)}
          pressed={read}
          act={act}
          label={i18n.t('row.markRead')}
        />
        <Button
          action="tags"
          icon="tags"
          hint={keyLabel(keys.tags)}
          act={act}
          label={i18n.t('row.tags')}
        />
        <Button
          action="note"
          icon="note"
          hint={keyLabel(keys.note)}
          act={act}
          label={i18n.t('row.note')}
        />
        {entry.links.length > 0 && (
          <Button
            action="open"
            icon="open"
            hint={keyLabel(keys.open)}
            act={act}
            label={i18n.t('row.open')}
          />
        )}
      </div>
      {!isDiscreet && item.state.notices.length > 0 && (
        <News notices={item.state.notices} now={now} seen={() => act('noticed')} />
      )}
      {!isDiscreet && <Made {...{ item, missing, seen, now, siteName, removeTag }} />}
    </div>
  );
};

/** When and where a paper was on the screen last. */
const seenText = (
  { site, lastAt }: Sighting,
  now: number,
  nameOf: (id: string) => string,
): string =>
  site === 'digest'
    ? i18n.t('row.seenElsewhere', [relativeDate(lastAt, now)])
    : i18n.t('row.seenAt', [relativeDate(lastAt, now), nameOf(site)]);
