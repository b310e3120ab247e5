import { i18n } from '#i18n';
import { titleText } from '@/components/ui/title';
import { dayName } from '@/domain/day';
import type { FieldChange, PaperChanges } from '@/domain/import/changes';
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

/** What importing the file would do; nothing is done yet. */
export function PreviewPart({ state, preview }: { state: TransferState; preview: ImportPreview }) {
  const { new: fresh, merged, changes, changed, rejected, others, future, left } = preview;
  const total = fresh + merged + rejected.length;
  return (
    <div class="transfer-preview">
      <p role="status" class="transfer-sum" data-gloss="import-preview">
        {i18n.t('transfer.import.preview', total, [
          total.toLocaleString(),
          fresh.toLocaleString(),
          merged.toLocaleString(),
          rejected.length.toLocaleString(),
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
