import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { STATUSES, type Status } from '@/domain/paper';
import type { PopupState } from './state';

/** What narrows the list: status, tag, and the topic that was opened. */
export const FilterBar = ({ state }: { state: PopupState }): VNode => {
  const { status, tag, topic } = state.filters;
  return (
    <div class="filters">
      <select
        aria-label={i18n.t('popup.status.label')}
        data-gloss="status-filter"
        value={status.value ?? ''}
        onChange={(event) => {
          status.value = (event.currentTarget.value || null) as Status | null;
        }}
      >
        <option value="">{i18n.t('popup.status.all')}</option>
        {STATUSES.map((name) => (
          <option key={name} value={name}>
            {i18n.t(`popup.status.${name}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={i18n.t('popup.tags.label')}
        data-gloss="tag-filter"
        value={tag.value ?? ''}
        onChange={(event) => {
          tag.value = event.currentTarget.value || null;
        }}
      >
        <option value="">{i18n.t('popup.tags.all')}</option>
        {state.tags.value.map(({ id, name }) => (
          <option key={id} value={id}>
            #{name}
          </option>
        ))}
      </select>
      {topic.value && (
        <button
          type="button"
          class="button topic-chip"
          title={i18n.t('popup.topic.clear')}
          onClick={() => state.openTopic(null)}
        >
          <span>{topic.value.label}</span>
          <span aria-hidden="true">×</span>
          <span class="visually-hidden">{i18n.t('popup.topic.clear')}</span>
        </button>
      )}
    </div>
  );
};
