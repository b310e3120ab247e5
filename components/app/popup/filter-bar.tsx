import { i18n } from '#i18n';
import { STATUSES, type Status, type Tag } from '@/domain/paper/paper';
import { StatusMark } from '@/components/app/rows/status-mark';

interface FilterBarProps {
  status: Status | null;
  /** A tag's id. */
  tag: string | null;
  tags: readonly Tag[];
  /** Label of the topic that the list is narrowed to. */
  topic: string | null;
  onStatus: (status: Status | null) => void;
  onTag: (tag: string | null) => void;
  onClearTopic: () => void;
}

/** Narrows a list by status, tag and topic. */
export function FilterBar({ status, tag, tags, topic, ...on }: FilterBarProps) {
  return (
    <div class="filters">
      <div class="filters-status" role="group" aria-label={i18n.t('popup.status.label')}>
        {[null, ...STATUSES].map((value) => (
          <button
            key={value}
            type="button"
            class="chip"
            aria-pressed={value === status}
            data-status={value ?? 'all'}
            onClick={() => on.onStatus(value)}
          >
            {value !== null && <StatusMark status={value} />}
            {i18n.t(`popup.status.${value ?? 'all'}`)}
          </button>
        ))}
      </div>
      {tags.length > 0 && (
        <select
          class="filters-tag"
          data-gloss="tag-filter"
          aria-label={i18n.t('popup.tags.label')}
          data-chosen={tag !== null}
          value={tag ?? ''}
          onChange={({ currentTarget }) => on.onTag(currentTarget.value || null)}
        >
          <option value="">{i18n.t('popup.tags.all')}</option>
          {tags.map(({ id, name }) => (
            <option key={id} value={id}>
              #{name}
            </option>
          ))}
        </select>
      )}
      {topic !== null && (
        <button
          type="button"
          class="chip filters-topic"
          data-gloss="topic-chip"
          aria-label={`${i18n.t('popup.topic.clear')}: ${topic}`}
          onClick={on.onClearTopic}
        >
          <span>{topic}</span> ✕
        </button>
      )}
    </div>
  );
}
