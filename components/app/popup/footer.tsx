import { i18n } from '#i18n';

interface FooterProps {
  isWorking: boolean;
  onLibrary: () => void;
  /** Absent where the browser has no side panel. */
  onSidePanel: (() => void) | null;
  onExport: () => void;
  /** Absent where a file is chosen among the formats alone. */
  onImport: ((file: File) => void) | null;
  onFormats: () => void;
}

/** The way to the library, and the library to a file and back. */
export function Footer({
  isWorking,
  onLibrary,
  onSidePanel,
  onExport,
  onImport,
  onFormats,
}: FooterProps) {
  return (
    <footer class="footer">
      <button
        type="button"
        class="button"
        data-kind="plain"
        data-gloss="library"
        onClick={onLibrary}
      >
        {i18n.t('popup.library')}
      </button>
      {onSidePanel && (
        <button
          type="button"
          class="button"
          data-kind="plain"
          data-gloss="side-panel"
          onClick={onSidePanel}
        >
          {i18n.t('popup.sidePanel')}
        </button>
      )}
      <button
        type="button"
        class="button"
        data-kind="plain"
        data-gloss="export"
        aria-disabled={isWorking}
        onClick={onExport}
      >
        {i18n.t('popup.export')}
      </button>
      <button
        type="button"
        class="button"
        data-kind="plain"
        data-gloss="formats"
        onClick={onFormats}
      >
        {i18n.t('popup.formats')}
      </button>
      {onImport && (
        <label class="button" data-kind="plain">
          {i18n.t('popup.import')}
          <input
            type="file"
            class="footer-file"
            data-gloss="import"
            accept=".json,.jsonld,.bib,.ris,.csv,.txt"
            aria-label={i18n.t('popup.importFile')}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) onImport(file);
              // The same file may be chosen again, once it was corrected.
              currentTarget.value = '';
            }}
          />
        </label>
      )}
    </footer>
  );
}
