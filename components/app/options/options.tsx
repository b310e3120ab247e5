import type { ComponentChildren, VNode } from 'preact';
import { i18n } from '#i18n';
import { kindName } from '@/components/ui/text/kind-name';
import { CopyDiagnostics } from '@/components/app/notices/copy-diagnostics';
import { problem } from '@/components/app/notices/problem';
import '@/components/tokens.css';
import '@/components/app/page.css';
import '@/components/app/controls/button.css';
import { COMMANDS, DEFAULT_KEYS, shadowedCommands } from '@/domain/commands';
import { KINDS, type Settings, type SettingsChange, TREATMENTS } from '@/domain/settings';
import { AllowedSites, type AllowedSitesProps } from './allowed-sites';
import { CompletingChoice } from './completing';
import { KeyField } from './key-field';
import { linesOf, type OptionsState } from './state';
import './options.css';

interface PartProps {
  settings: Settings;
  change: (change: SettingsChange) => void;
}

const Section = ({
  title,
  about,
  children,
}: {
  title: string;
  about?: string;
  children: ComponentChildren;
}): VNode => (
  <section class="option-group">
    <h2>{title}</h2>
    {about && <p class="about">{about}</p>}
    {children}
  </section>
);

/** A setting that is on or off. */
const Check = ({
  name,
  label,
  settings,
  change,
}: PartProps & { name: 'isPrinted' | 'isAdvancing' | 'isDiscreet'; label: string }): VNode => (
  <label class="check">
    <input
      type="checkbox"
      name={name}
      checked={settings[name]}
      onChange={(event) => change({ [name]: event.currentTarget.checked })}
    />
    {label}
  </label>
);

const Entries = ({ settings, change }: PartProps): VNode => (
  <Section title={i18n.t('options.entries')} about={i18n.t('options.entriesAbout')}>
    {KINDS.map((kind) => (
      <fieldset key={kind} class="choices">
        <legend>{i18n.t(`kind.${kindName(kind)}`)}</legend>
        {TREATMENTS.map((treatment) => (
          <label key={treatment}>
            <input
              type="radio"
              name={kind}
              value={treatment}
              checked={settings.treatments[kind] === treatment}
              onChange={() => change({ treatments: { ...settings.treatments, [kind]: treatment } })}
            />
            {i18n.t(`treatment.${treatment}`)}
          </label>
        ))}
      </fieldset>
    ))}
    <Check name="isPrinted" label={i18n.t('options.print')} settings={settings} change={change} />
    <Check
      name="isDiscreet"
      label={i18n.t('options.discreet')}
      settings={settings}
      change={change}
    />
  </Section>
);

const WORDS = ['muted', 'watched', 'watchedAuthors'] as const;

const Words = ({ settings, change }: PartProps): VNode => (
  <Section title={i18n.t('options.words')} about={i18n.t('options.wordsAbout')}>
    <div class="word-lists">
      {WORDS.map((name) => (
        <label key={name}>
          {i18n.t(`options.${name}`)}
          <textarea
            name={name}
            rows={6}
            spellcheck={false}
            value={settings[name].join('\n')}
            onChange={(event) => change({ [name]: linesOf(event.currentTarget.value) })}
          />
        </label>
      ))}
    </div>
  </Section>
);

const TriageKeys = ({ settings, change }: PartProps): VNode => {
  const shadowed = new Set(shadowedCommands(settings.keys));
  return (
    <Section title={i18n.t('options.triage')} about={i18n.t('options.triageAbout')}>
      <Check
        name="isAdvancing"
        label={i18n.t('options.advance')}
        settings={settings}
        change={change}
      />
      <table class="key-table">
        <tbody>
          {COMMANDS.map((command) => (
            <KeyField
              key={command}
              command={command}
              value={settings.keys[command]}
              isTaken={shadowed.has(command)}
              choose={(key) => change({ keys: { ...settings.keys, [command]: key } })}
            />
          ))}
        </tbody>
      </table>
      <button type="button" class="button" onClick={() => change({ keys: DEFAULT_KEYS })}>
        {i18n.t('options.resetKeys')}
      </button>
    </Section>
  );
};

const Sites = ({ settings, change }: PartProps): VNode => (
  <Section title={i18n.t('options.sites')} about={i18n.t('options.sitesAbout')}>
    <ul class="sites">
      {Object.keys(settings.sites)
        .toSorted()
        .map((host) => (
          <li key={host}>
            <span>{host}</span>
            {settings.sites[host]?.taught && (
              <button
                type="button"
                class="button"
                data-action="forget-taught"
                aria-label={i18n.t('options.forgetTaughtOf', [host])}
                onClick={() => change({ sites: { [host]: { taught: null } } })}
              >
                {i18n.t('options.forgetTaught')}
              </button>
            )}
            <button
              type="button"
              class="button"
              aria-label={i18n.t('options.forgetSite', [host])}
              onClick={() => change({ sites: { [host]: null } })}
            >
              {i18n.t('options.forget')}
            </button>
          </li>
        ))}
    </ul>
  </Section>
);

/** Everything that can be chosen, on one page; each choice is stored when it is made. */
export const Options = ({
  options,
  allowed,
}: {
  options: OptionsState;
  allowed: AllowedSitesProps;
}): VNode | null => {
  const [settings, status] = [options.settings.value, options.status.value];
  const change = (next: SettingsChange): void => void options.change(next);
  return (
    <main class="page options">
      <header>
        <h1>{i18n.t('options.title')}</h1>
        <p role="status" class={typeof status === 'object' ? 'failed' : ''}>
          {typeof status === 'object'
            ? problem(i18n.t(`options.couldnt.${status.couldnt}`), status.failure)
            : status !== 'idle' && i18n.t(`options.${status}`)}
        </p>
        {typeof status === 'object' && <CopyDiagnostics call={options.call} />}
      </header>
      {settings && (
        <>
          <Entries settings={settings} change={change} />
          <Words settings={settings} change={change} />
          <TriageKeys settings={settings} change={change} />
          {Object.keys(settings.sites).length > 0 && <Sites settings={settings} change={change} />}
          <CompletingChoice
            isOn={settings.isCompleting}
            change={(isCompleting) => change({ isCompleting })}
          />
          <AllowedSites {...allowed} />
        </>
      )}
    </main>
  );
};
