import { i18n } from '#i18n';
import { titleText } from '@/components/app/rows/title';
import { dayName } from '@/domain/day';
import type { FieldChange, PaperChanges } from '@/domain/import/changes';
import { nameOfEncoding } from '@/domain/import/letters/names';
import { countsText } from './counts-text';
import type { Unread } from './dropped';
import type { ImportPreview } from './importing';
import { otherLabel, otherText } from './other-change';
import type { TransferState } from './state';

function ChangeLine({ label, from, to }: { label: string; from: string; to: string }) {
  return (
    <li>
      <span class="transfer-field">{label}</span>
      {from !== '' && <del>{from}</del>}
      {to !== '' && <ins>{to}</ins>}
    </li>
  );
}

const Change = ({ field, from, to }: FieldChange) => (
  <ChangeLine label={i18n.t(`transfer.field.${field}`)} from={from} to={to} />
);

function PaperChange({ paper }: { paper: PaperChanges }) {
  return (
    <details class="transfer-change">
      <summary>{paper.title === '' ? paper.id : titleText(paper.title)}</summary>
      <ul>
        {paper.changes.map((change, index) => (
          <Change key={index} {...change} />
        ))}
      </ul>
    </details>
  );
}

/** Most lines of a list that the preview shows. */
const MOST_LINES = 200;

const Rejected = ({ rejected }: Pick<ImportPreview, 'rejected'>) => (
  <details>
    <summary>
      {i18n.t('transfer.import.rejected', rejected.length, [rejected.length.toLocaleString()])}
    </summary>
    <ul class="transfer-rejected">
      {rejected.slice(0, MOST_LINES).map(({ place, reason }) => (
        <li key={place}>{`${place}: ${reason}`}</li>
      ))}
    </ul>
  </details>
);

/** The fields of the file that the library has no place for. */
const Left = ({ left }: Pick<ImportPreview, 'left'>) => (
  <details data-gloss="import-left">
    <summary>{i18n.t('transfer.import.left', left.length, [left.length.toLocaleString()])}</summary>
    <ul class="transfer-left">
      {left.slice(0, MOST_LINES).map(([name, entries]) => (
        <li key={name}>
          {i18n.t('transfer.import.leftField', entries, [name, entries.toLocaleString()])}
        </li>
      ))}
    </ul>
  </details>
);

/** Settings, tags, searches and the like that the file changes. */
const Others = ({ others, otherChanges }: Pick<ImportPreview, 'others' | 'otherChanges'>) => (
  <details open data-gloss="import-others">
    <summary>
      {i18n.t('transfer.import.others', otherChanges, [otherChanges.toLocaleString()])}
    </summary>
    <ul class="transfer-others">
      {others.map((change, index) => (
        <ChangeLine
          key={index}
          label={otherLabel(change)}
          from={otherText(change, change.from)}
          to={otherText(change, change.to)}
        />
      ))}
    </ul>
    {otherChanges > others.length && (
      <p class="transfer-hint">
        {i18n.t('transfer.import.othersMore', [(otherChanges - others.length).toLocaleString()])}
      </p>
    )}
  </details>
);

/** The button's words: papers, where there are some. */
const applyText = (papers: number): string =>
  papers === 0
    ? i18n.t('transfer.import.applyOthers')
    : i18n.t('transfer.import.apply', papers, [papers.toLocaleString()]);

/** How files were read that are not in UTF-8. */
const LettersRead = ({ letters }: Pick<ImportPreview, 'letters'>) =>
  letters.map(([file, { encoding, repaired }]) => (
    <p key={file} class="transfer-hint" data-gloss="import-letters">
      {repaired > 0
        ? i18n.t('transfer.import.repaired', repaired, [file, repaired.toLocaleString()])
        : i18n.t('transfer.import.letters', [file, nameOfEncoding(encoding)])}
    </p>
  ));

/** Files of a folder that are left where they are. */
const UnreadFiles = ({ files }: { files: readonly Unread[] }) => (
  <details data-gloss="import-unread">
    <summary>
      {i18n.t('transfer.import.unread', files.length, [files.length.toLocaleString()])}
    </summary>
    <ul class="transfer-left">
      {files.slice(0, MOST_LINES).map(({ name, what }, index) => (
        <li key={index}>{what === '' ? name : `${name}: ${what}`}</li>
      ))}
    </ul>
  </details>
);

/** What importing the file would do; nothing is done yet. */
export function PreviewPart({ state, preview }: { state: TransferState; preview: ImportPreview }) {
  const { new: fresh, merged, changes, changed, rejected, others, future, left, letters } = preview;
  const unread = state.chosen.value?.others ?? [];
  const total = fresh + merged + rejected.length;
  return (
    <div class="transfer-preview">
      <p role="status" class="transfer-sum" data-gloss="import-preview">
        {i18n.t('transfer.import.preview', total, [
          total.toLocaleString(),
          countsText({ new: fresh, merged, rejected: rejected.length }, 'preview'),
        ])}
      </p>
      {future.count > 0 && (
        <p class="transfer-hint" data-gloss="import-future">
          {i18n.t('transfer.import.future', future.count, [
            future.count.toLocaleString(),
            dayName(new Date(future.until)),
          ])}
        </p>
      )}
      <LettersRead letters={letters} />
      {changes.length > 0 && (
        <details>
          <summary>
            {i18n.t('transfer.import.changes', changed, [changed.toLocaleString()])}
          </summary>
          {changes.map((paper) => (
            <PaperChange key={paper.id} paper={paper} />
          ))}
          {changed > changes.length && (
            <p class="transfer-hint">
              {i18n.t('transfer.import.more', [(changed - changes.length).toLocaleString()])}
            </p>
          )}
        </details>
      )}
      {others.length > 0 && <Others others={others} otherChanges={preview.otherChanges} />}
      {rejected.length > 0 && <Rejected rejected={rejected} />}
      {left.length > 0 && <Left left={left} />}
      {unread.length > 0 && <UnreadFiles files={unread} />}
      <div class="transfer-run">
        <button
          type="button"
          class="button"
          data-kind="main"
          data-gloss="import-apply"
          disabled={fresh + merged + others.length === 0}
          onClick={() => void state.apply()}
        >
          {applyText(fresh + merged)}
        </button>
        <button type="button" class="button" onClick={() => void state.cancel()}>
          {i18n.t('transfer.cancel')}
        </button>
      </div>
    </div>
  );
}
