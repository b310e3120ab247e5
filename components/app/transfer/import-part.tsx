import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CopyDiagnostics } from '@/components/app/notices/copy-diagnostics';
import { problem } from '@/components/app/notices/problem';
import { RunBar } from '@/components/app/notices/run-bar';
import { IMPORT_FORMATS, type ImportFormatId } from '@/domain/import/formats';
import { namesPaper } from '@/domain/import/formats/csv-table';
import { Columns } from './columns';
import { filesIn } from './dropped';
import { ACCEPTED } from './files';
import { countsText } from './counts-text';
import { othersDone } from './other-change';
import { PreviewPart } from './preview-part';
import type { Chosen, ImportPhase } from './importing';
import type { TransferState } from './state';

const FORMATS = Object.keys(IMPORT_FORMATS) as ImportFormatId[];

/** Where files are chosen, or dropped, or a folder of them. */
function Drop({ state }: { state: TransferState }) {
  const [isOver, setOver] = useState(false);
  return (
    <label
      class="transfer-drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer)
          void filesIn(event.dataTransfer).then(({ files, others }) => state.choose(files, others));
      }}
    >
      <span class="transfer-drop-main">{i18n.t('transfer.import.choose')}</span>
      <span class="transfer-hint">{i18n.t('transfer.import.reads')}</span>
      <input
        type="file"
        class="transfer-file"
        data-gloss="import-file"
        accept={ACCEPTED}
        multiple
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) void state.choose(files);
          // The same file may be chosen again, once it was corrected.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

/** The chosen files' names, and the format of one that was chosen alone. */
function FileLine({ state, chosen }: { state: TransferState; chosen: Chosen }) {
  const [only, ...others] = chosen.files;
  if (!only) return null;
  if (others.length > 0)
    return (
      <div class="transfer-fields">
        <span class="transfer-label">{i18n.t('transfer.import.files', chosen.files.length)}</span>
        <strong class="transfer-name">
          {chosen.files.map(({ file }) => file.name).join(', ')}
        </strong>
      </div>
    );
  return (
    <div class="transfer-fields">
      <span class="transfer-label">{i18n.t('transfer.import.file')}</span>
      <strong class="transfer-name">{only.file.name}</strong>
      <label for="import-format">{i18n.t('transfer.export.format')}</label>
      <select
        id="import-format"
        data-gloss="import-format"
        value={only.format}
        disabled={state.phase.value.is === 'writing'}
        onChange={({ currentTarget }) => void state.readAs(currentTarget.value as ImportFormatId)}
      >
        {FORMATS.map((format) => (
          <option key={format} value={format}>
            {i18n.t(`transfer.format.${format}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Progress({ state, phase }: { state: TransferState; phase: ImportPhase }) {
  if (phase.is !== 'reading' && phase.is !== 'writing') return null;
  return (
    <RunBar
      label={i18n.t(`transfer.import.${phase.is}`)}
      part={phase.part}
      stopName="import-cancel"
      stop={() => void state.cancel()}
    />
  );
}

function Done({ state, phase }: { state: TransferState; phase: ImportPhase }) {
  if (phase.is !== 'done') return null;
  const { others = 0 } = phase.report;
  return (
    <div class="transfer-run">
      <p role="status" data-gloss="import-report">
        {phase.undo === 'done'
          ? i18n.t('transfer.import.undone')
          : i18n.t('transfer.import.done', [countsText(phase.report, 'done')])}
        {phase.undo !== 'done' && others > 0 && ` ${othersDone(others)}`}
      </p>
      {phase.undo !== 'done' && (
        <button
          type="button"
          class="button"
          data-gloss="import-undo"
          disabled={phase.undo === 'running'}
          onClick={() => void state.undo()}
        >
          {i18n.t(phase.undo === 'running' ? 'transfer.import.undoing' : 'dock.undo')}
        </button>
      )}
    </div>
  );
}

/** What could not be imported, in a sentence. */
const whatOf = (chosen: Chosen | null): string =>
  chosen?.files.length === 1 ? (chosen.files[0]?.file.name ?? '') : i18n.t('transfer.import.these');

/** Whether a table waits for a person to say which of its columns tells the papers. */
function isUntold({ chosen, phase }: TransferState): boolean {
  const { columns } = chosen.value?.table ?? {};
  return phase.value.is === 'failed' && columns !== undefined && !namesPaper(columns);
}

/** A file into the library: chosen, looked at, imported, undone. */
export function ImportPart({ state }: { state: TransferState }) {
  const phase = state.phase.value;
  const chosen = state.chosen.value;
  return (
    <section class="transfer-part" aria-labelledby="import-title">
      <h2 id="import-title">{i18n.t('transfer.import.title')}</h2>
      {(phase.is === 'idle' || phase.is === 'done' || phase.is === 'failed') && (
        <Drop state={state} />
      )}
      {chosen && phase.is !== 'done' && phase.is !== 'idle' && (
        <FileLine state={state} chosen={chosen} />
      )}
      {chosen?.table && (phase.is === 'ready' || phase.is === 'failed') && (
        <Columns
          table={chosen.table}
          onChoose={(table) => void state.chooseTable(table)}
          onBehead={(isHeadless) => void state.behead(isHeadless)}
        />
      )}
      <Progress state={state} phase={phase} />
      {phase.is === 'ready' && <PreviewPart state={state} preview={phase.preview} />}
      <Done state={state} phase={phase} />
      {isUntold(state) && <p class="transfer-hint">{i18n.t('transfer.import.tell')}</p>}
      <p role="alert" class="transfer-alert">
        {phase.is === 'failed' && !isUntold(state)
          ? problem(i18n.t('popup.couldnt.import', [whatOf(chosen)]), phase.failure)
          : ''}
      </p>
      {phase.is === 'failed' && !isUntold(state) && <CopyDiagnostics call={state.call} />}
    </section>
  );
}
