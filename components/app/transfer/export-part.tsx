import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import { CopyDiagnostics } from '@/components/app/notices/copy-diagnostics';
import { problem } from '@/components/app/notices/problem';
import { RunBar } from '@/components/app/notices/run-bar';
import { EXPORT_FORMATS } from '@/domain/export/formats';
import type { Tag } from '@/domain/paper/paper';
import { levelsOf } from '@/domain/topics/levels';
import { topicName, type TopicSet } from '@/domain/topics/types';
import type { ExportTarget } from './export';
import type { ScopeChoice } from './scope';
import type { TransferState } from './state';

const TARGETS = ['gloss', ...Object.keys(EXPORT_FORMATS)] as ExportTarget[];

interface Choices {
  tags: Tag[];
  /** Themes, each with its topics below where there are several. */
  topics: { value: string; label: string }[];
}

/** Themes and topics as a list to choose from. */
const choicesOf = (set: TopicSet): Choices['topics'] =>
  levelsOf(set).flatMap(({ theme, topics }) => {
    const parts = topics.map((topic) => ({ value: `topic:${topic.id}`, label: topicName(topic) }));
    if (parts.length === 1) return parts;
    return [
      { value: `theme:${theme.id}`, label: topicName(theme) },
      ...parts.map(({ value, label }) => ({ value, label: `\u2003${label}` })),
    ];
  });

/** Tags and topics to choose from. */
function useChoices({ call }: TransferState): Choices {
  const [choices, setChoices] = useState<Choices>({ tags: [], topics: [] });
  useEffect(() => {
    void Promise.all([call('tags.list', null), call('topics.load', null)]).then(([tags, topics]) =>
      setChoices({
        tags: tags.ok ? tags.value : [],
        topics: topics.ok && topics.value ? choicesOf(topics.value) : [],
      }),
    );
  }, [call]);
  return choices;
}

const valueOf = (scope: ScopeChoice): string =>
  'id' in scope ? `${scope.kind}:${scope.id}` : scope.kind;

function scopeOf(value: string): ScopeChoice {
  const [kind, id] = value.split(/:(.*)/s, 2);
  if ((kind === 'tag' || kind === 'topic' || kind === 'theme') && id !== undefined)
    return { kind, id };
  return { kind: kind as 'all' | 'search' | 'selection' | 'paper' | 'today' };
}

function Scopes({ state, library }: { state: TransferState; library: LibraryState }) {
  const { tags, topics } = useChoices(state);
  const { query, paper } = library.route.value;
  const chosen = library.selection.count.value;
  return (
    <select
      id="export-scope"
      data-gloss="export-scope"
      value={valueOf(state.scope.value)}
      onChange={({ currentTarget }) => (state.scope.value = scopeOf(currentTarget.value))}
    >
      <option value="all">{i18n.t('transfer.scope.all')}</option>
      {chosen > 0 && (
        <option value="selection">
          {i18n.t('transfer.scope.selection', chosen, [chosen.toLocaleString()])}
        </option>
      )}
      {query !== '' && <option value="search">{i18n.t('transfer.scope.search', [query])}</option>}
      {paper !== null && <option value="paper">{i18n.t('transfer.scope.paper')}</option>}
      <option value="today">{i18n.t('transfer.scope.today')}</option>
      {tags.length > 0 && (
        <optgroup label={i18n.t('transfer.scope.tags')}>
          {tags.map(({ id, name }) => (
            <option key={id} value={`tag:${id}`}>{`#${name}`}</option>
          ))}
        </optgroup>
      )}
      {topics.length > 0 && (
        <optgroup label={i18n.t('transfer.scope.topics')}>
          {topics.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

/** Format, papers, and the file made from them. */
export function ExportPart({ state, library }: { state: TransferState; library: LibraryState }) {
  const running = state.exporting.value;
  const done = state.exported.value;
  return (
    <section class="transfer-part" aria-labelledby="export-title">
      <h2 id="export-title">{i18n.t('transfer.export.title')}</h2>
      <div class="transfer-fields">
        <label for="export-format">{i18n.t('transfer.export.format')}</label>
        <select
          id="export-format"
          data-gloss="export-format"
          value={state.target.value}
          onChange={({ currentTarget }) =>
            (state.target.value = currentTarget.value as ExportTarget)
          }
        >
          {TARGETS.map((target) => (
            <option key={target} value={target}>
              {i18n.t(`transfer.format.${target}`)}
            </option>
          ))}
        </select>
        <label for="export-scope">{i18n.t('transfer.export.papers')}</label>
        <Scopes state={state} library={library} />
      </div>
      <p class="transfer-hint">{i18n.t(`transfer.holds.${state.target.value}`)}</p>
      {running === null ? (
        <button
          type="button"
          class="button"
          data-kind="main"
          data-gloss="export-write"
          onClick={() => void state.write()}
        >
          {i18n.t('transfer.export.write')}
        </button>
      ) : (
        <RunBar
          label={i18n.t('transfer.export.title')}
          text={i18n.t('transfer.export.written', running.read, [running.read.toLocaleString()])}
          part={running.of ? running.read / running.of : null}
          stopName="export-stop"
          stop={state.stopExport}
        />
      )}
      <p role="status" class="transfer-said">
        {done?.ok &&
          i18n.t('transfer.export.done', done.value.papers, [
            done.value.papers.toLocaleString(),
            done.value.name,
          ])}
      </p>
      <p role="alert" class="transfer-alert">
        {done && !done.ok && done.error.reason !== 'cancelled'
          ? problem(i18n.t('popup.couldnt.export'), done.error)
          : ''}
      </p>
      {done && !done.ok && done.error.reason !== 'cancelled' && (
        <CopyDiagnostics call={state.call} />
      )}
    </section>
  );
}
