import { i18n } from '#i18n';

interface FooterProps {
  isWorking: boolean;
  onLibrary: () => void;
  /** Absent where the browser has no side panel. */
  onSidePanel: (() => void) | null;
  onExport: () => void;
  /** Absent where a popup can't ask for a file: the library asks then. */
  onImport: ((file: File) => void) | null;
  /** Opens the library where every format is written and read. */
  onFormats: () => void;
  onSettings: () => void;
  /** Shows the keys. */
  onKeys: () => void;
}

interface ActionProps {
  name: 'library' | 'sidePanel' | 'export' | 'import' | 'settings';
  onPress: () => void;
  isWorking?: boolean;
}

/** How each action is found by tests and scripts. */
const HOOKS = {
  library: 'library',
  sidePanel: 'side-panel',
  export: 'export',
  import: 'formats',
  settings: 'settings',
} as const;

const Action = ({ name, onPress, isWorking = false }: ActionProps) => (
  <button
    type="button"
    class="button"
    data-kind="plain"
    data-gloss={HOOKS[name]}
    aria-disabled={isWorking}
    onClick={onPress}
  >
    {i18n.t(`popup.${name}`)}
  </button>
);

const ImportFile = ({ onImport }: { onImport: (file: File) => void }) => (
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
);

/** The way to the library, the settings and the keys, and the library to a file and back. */
export const Footer = (props: FooterProps) => (
  <footer class="footer">
    <Action name="library" onPress={props.onLibrary} />
    {props.onSidePanel && <Action name="sidePanel" onPress={props.onSidePanel} />}
    <Action name="export" onPress={props.onExport} isWorking={props.isWorking} />
    {props.onImport ? (
      <ImportFile onImport={props.onImport} />
    ) : (
      <Action name="import" onPress={props.onFormats} />
    )}
    <Action name="settings" onPress={props.onSettings} />
    <button
      type="button"
      class="button"
      data-kind="plain"
      data-gloss="keys"
      aria-label={i18n.t('dock.help')}
      title={i18n.t('dock.help')}
      onClick={props.onKeys}
    >
      ?
    </button>
  </footer>
);
