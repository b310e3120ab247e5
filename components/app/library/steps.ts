import type { Signal } from '@preact/signals';
import { i18n } from '#i18n';
import { problem } from '@/components/app/notices/problem';
import { aboutTurn } from '@/components/app/rows/title';
import type { PaperState } from '@/domain/paper/paper';
import type { Failure } from '@/domain/result';
import type { LibraryPorts, StatusLine, Steps } from './ports';

/** What steps need of the library: where they say what happened, and who shows what they changed. */
interface StepPorts extends Pick<LibraryPorts, 'call' | 'newId'> {
  notice: Signal<StatusLine | null>;
  /** Papers were changed; an empty list means that many were. */
  changed: (states?: readonly PaperState[]) => void;
}

/** Makes steps, takes them back and does them again, and says each time what happened. */
export function createSteps({ call, newId, notice, changed }: StepPorts) {
  /** Says that something failed ("Couldn't …"), what was kept and what to do. */
  function refuse(what: string, failure: Failure): void {
    notice.value = { tone: 'alert', text: problem(what, failure) };
  }

  /** Takes a step back, the newest where none is named. */
  async function undoStep(step?: string): Promise<void> {
    const named = step === undefined ? {} : { step };
    const answer = await call('undo', { opId: newId(), ...named });
    if (!answer.ok) return refuse(i18n.t('library.couldnt.undo'), answer.error);
    notice.value = answer.value
      ? { tone: 'status', text: aboutTurn('undo', answer.value), redo: () => void redoLast() }
      : { tone: 'status', text: i18n.t('dock.did.nothing') };
    changed(answer.value?.papers);
  }

  /** Does again what was undone last, unless something new was done since. */
  async function redoLast(): Promise<void> {
    const step = newId();
    const answer = await call('redo', { opId: step });
    if (!answer.ok) return refuse(i18n.t('library.couldnt.redo'), answer.error);
    notice.value = answer.value
      ? { tone: 'status', text: aboutTurn('redo', answer.value), undo: () => void undoStep(step) }
      : { tone: 'status', text: i18n.t('dock.did.nothingAgain') };
    changed(answer.value?.papers);
  }

  const step: Steps['step'] = async (ask, { did, what }) => {
    const opId = newId();
    const answer = await ask(opId);
    if (!answer.ok) {
      refuse(what, answer.error);
      return false;
    }
    const { count, papers } = answer.value;
    notice.value = { tone: 'status', text: did(count), undo: () => void undoStep(opId) };
    changed(papers);
    return true;
  };

  return { notice, refuse, step, undoStep, redoLast };
}
