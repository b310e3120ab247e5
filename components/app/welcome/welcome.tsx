import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { Keyed } from '@/components/app/keys/keyed';
import { StatusMark } from '@/components/app/rows/status-mark';
import { WebLink } from '@/components/ui/markdown/web-link';
import { problem } from '@/components/app/notices/problem';
import '@/components/tokens.css';
import '@/components/app/controls/button.css';
import { PracticeList } from './practice-list';
import type { Outcome, WelcomeState } from './state';
import type { Step } from './steps';
import './welcome.css';

const ARXIV = 'https://arxiv.org/list/cs.LG/new';
const PERMISSIONS = ['sites', 'asked', 'storage', 'menus', 'private'] as const;

/** What a step's button does on this page; most steps are done on the list. */
const pressFor = (step: Step, welcome: WelcomeState): (() => void) | null =>
  step === 'popup' ? welcome.openPopup : step === 'export' ? () => void welcome.exportAll() : null;

/** The button of a step that has one. */
const StepAction = ({ step, welcome }: { step: Step; welcome: WelcomeState }): VNode | null => {
  const onPress = pressFor(step, welcome);
  if (onPress === null || (step !== 'popup' && step !== 'export')) return null;
  return (
    <button type="button" class="button" data-gloss={`welcome-${step}`} onClick={onPress}>
      {i18n.t(`welcome.do.${step}`)}
    </button>
  );
};

const StepRow = ({
  step,
  isDone,
  welcome,
}: {
  step: Step;
  isDone: boolean;
  welcome: WelcomeState;
}): VNode => (
  <li class="welcome-step" data-gloss="welcome-step" data-step={step} data-done={isDone}>
    <StatusMark
      status={isDone ? 'read' : null}
      label={i18n.t(isDone ? 'welcome.done' : 'welcome.open')}
    />
    <div>
      <h3>{i18n.t(`welcome.step.${step}`)}</h3>
      <p>
        <Keyed text={i18n.t(`welcome.how.${step}`)} />
      </p>
      <StepAction step={step} welcome={welcome} />
    </div>
  </li>
);

const outcomeText = (outcome: Outcome): string => {
  if ('failed' in outcome) return problem(i18n.t('welcome.couldnt'), outcome.failed);
  return outcome.did === 'exported'
    ? i18n.t('popup.exported', [outcome.name])
    : i18n.t('welcome.removed');
};

/** What there is to try, ticked off as it is done. */
const Steps = ({ welcome }: { welcome: WelcomeState }): VNode => {
  const steps = welcome.steps.value;
  const done = steps.filter(({ isDone }) => isDone).length;
  const outcome = welcome.outcome.value;
  return (
    <section class="welcome-steps" aria-labelledby="welcome-steps">
      <h2 id="welcome-steps">{i18n.t('welcome.steps')}</h2>
      <ol>
        {steps.map(({ step, isDone }) => (
          <StepRow key={step} step={step} isDone={isDone} welcome={welcome} />
        ))}
      </ol>
      <p class="welcome-count" role="status" data-gloss="welcome-count">
        {i18n.t(done === steps.length ? 'welcome.all' : 'welcome.count', [
          `${done}`,
          `${steps.length}`,
        ])}
      </p>
      {welcome.kept.value.length > 0 && (
        <button
          type="button"
          class="button"
          data-gloss="welcome-remove"
          onClick={() => void welcome.remove()}
        >
          {i18n.t('welcome.remove')}
        </button>
      )}
      <p class="welcome-outcome" role="status">
        {outcome && outcomeText(outcome)}
      </p>
    </section>
  );
};

/** What comes after the practice: a list of one's own, the button in the toolbar, and what Gloss may do. */
const Further = ({ isPinned }: { isPinned: boolean | null }): VNode => (
  <footer class="welcome-further">
    <section>
      <h2>{i18n.t('welcome.next.title')}</h2>
      <p>
        <Keyed text={i18n.t('welcome.next.about')} />
      </p>
      <p>
        <WebLink to={ARXIV}>{i18n.t('popup.empty.openArxiv')}</WebLink>
      </p>
      {isPinned !== true && (
        <p data-gloss="welcome-pin">
          {i18n.t(import.meta.env.FIREFOX ? 'welcome.pin.firefox' : 'welcome.pin.chromium')}
        </p>
      )}
    </section>
    <section>
      <h2>{i18n.t('welcome.may.title')}</h2>
      <ul>
        {PERMISSIONS.map((one) => (
          <li key={one}>{i18n.t(`welcome.may.${one}`)}</li>
        ))}
      </ul>
    </section>
  </footer>
);

/** The first page that a person sees: everything once, on a list that is there for it. */
export const Welcome = ({ welcome }: { welcome: WelcomeState }): VNode => (
  <main class="welcome">
    <header class="welcome-head">
      <h1>{i18n.t('welcome.title')}</h1>
      <p>{i18n.t('welcome.lead')}</p>
    </header>
    <div class="welcome-try">
      <Steps welcome={welcome} />
      <PracticeList />
    </div>
    <Further isPinned={welcome.isPinned.value} />
  </main>
);
