import { signal } from '@preact/signals';
import { browser } from '#imports';
import { i18n } from '#i18n';
import type { LibraryPorts, Steps } from '@/components/app/library/ports';
import { ORIGINS } from '@/domain/complete/complete';
import { leaveFor } from '@/domain/leave';
import type { CompletionReport } from '@/domain/library';
import { untilDone } from '@/rpc/until-done';

/** How often the bar asks how far it is, milliseconds. */
const ASK_EVERY = 400;

/** Asks the browser, and through it the person, for the services; at a click alone. */
export const allowServices = (): Promise<boolean> =>
  browser.permissions.request(leaveFor(ORIGINS, import.meta.env.FIREFOX));

/** Takes it back. */
export const forgetServices = (): Promise<boolean> =>
  browser.permissions.remove(leaveFor(ORIGINS, import.meta.env.FIREFOX));

interface CompletingPorts
  extends Pick<LibraryPorts, 'call' | 'newId'>,
    Pick<Steps, 'refuse' | 'notice'> {
  undoStep: (step?: string) => Promise<void>;
}

/** Fills in what lists left out of chosen papers. */
export function createCompleting({ call, newId, notice, refuse, undoStep }: CompletingPorts) {
  /** How much of it is done, 0 to 1; `null` when none runs. */
  const part = signal<number | null>(null);
  let opId = '';

  async function run(ids: readonly string[]): Promise<boolean> {
    // The click must lead to the browser's question straight away.
    const isAllowed = await allowServices();
    if (!isAllowed || part.peek() !== null) return false;
    opId = newId();
    const step = opId;
    part.value = 0;
    const timer = setInterval(() => {
      void call('complete.progress', { opId: step }).then((answer) => {
        if (answer.ok && answer.value !== null && part.peek() !== null) part.value = answer.value;
      });
    }, ASK_EVERY);
    const done = await untilDone(() => call('complete.run', { opId: step, ids: [...ids] }));
    clearInterval(timer);
    part.value = null;
    if (!done.ok) {
      refuse(i18n.t('complete.couldnt'), done.error);
      return false;
    }
    const { filled, problems } = done.value;
    notice.value = {
      tone: problems.length > 0 ? 'alert' : 'status',
      text: sentence(done.value),
      ...(filled > 0 ? { undo: () => void undoStep(step) } : {}),
    };
    return true;
  }

  return {
    part,
    run,
    /** Stops it; what was learnt until then stays. */
    stop: (): void => void call('complete.cancel', { opId }),
  };
}

/** Names of messages have no hyphens. */
const NAMES = {
  arxiv: 'arxiv',
  crossref: 'crossref',
  'semantic-scholar': 'semanticScholar',
} as const;

/** The outcome: how many papers were completed, and which service did not answer. */
function sentence({ asked, filled, others, problems }: CompletionReport): string {
  const done =
    asked === 0
      ? i18n.t('complete.nothing')
      : i18n.t('complete.done', [filled.toLocaleString(), asked.toLocaleString()]);
  return [
    done,
    ...(others > 0 ? [i18n.t('complete.others', [others.toLocaleString()])] : []),
    ...problems.map(({ service, problem }) =>
      i18n.t(`complete.problem.${problem}`, [i18n.t(`complete.service.${NAMES[service]}`)]),
    ),
  ].join(' ');
}
