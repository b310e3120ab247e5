import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Topic, topicName } from '@/domain/topics/types';
import { TopicDot } from './topic-dot';

interface NameFieldProps {
  named: Pick<Topic, 'name' | 'label' | 'keywords' | 'colour'>;
  /** What the field is for. */
  label: string;
  /** An empty name gives back the one of its papers. */
  onRename: (name: string) => void;
}

/** The name of a topic or a theme, and a field to give it another. */
export function NameField({ named, label, onRename }: NameFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const name = topicName(named) || i18n.t('topics.unnamed');
  if (text === null)
    return (
      <h3>
        <TopicDot colour={named.colour} />
        <span>{name}</span>
        <button
          type="button"
          class="button"
          data-kind="plain"
          data-gloss="topic-rename"
          onClick={() => setText(name)}
        >
          {i18n.t('topics.rename')}
        </button>
      </h3>
    );
  return (
    <form
      class="topic-form"
      onSubmit={(event) => {
        event.preventDefault();
        onRename(text);
        setText(null);
      }}
      onKeyDown={(event) => event.key === 'Escape' && setText(null)}
    >
      <input
        data-gloss="topic-name"
        aria-label={label}
        value={text}
        maxLength={120}
        ref={(field) => field?.focus()}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button" data-kind="main">
        {i18n.t('topics.rename')}
      </button>
      {named.name !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => {
            onRename('');
            setText(null);
          }}
        >
          {i18n.t('topics.ownName')}
        </button>
      )}
    </form>
  );
}
