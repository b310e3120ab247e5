import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CopyDiagnostics } from '@/components/app/notices/copy-diagnostics';
import { problem } from '@/components/app/notices/problem';
import { relativeDate } from '@/components/ui/text/words';
import type { Offer, Trouble } from '@/domain/mark';
import type { Failure, Result } from '@/domain/result';
import type { ConditionState } from './condition';
import { LostFolder } from './lost-folder';
import { TroubleSection } from './trouble-section';
import { counted } from './trouble-words';

/** Troubles in which a person chooses what becomes of the library; the others end by themselves or by an update. */
const CHOSEN: readonly Trouble[] = ['lost', 'smaller', 'damaged'];

interface TroubleProps {
  state: ConditionState;
  now: number;
}

/** Says that the library is not well, and lets a person choose what to do with it. */
export function TroublePanel({ state, now }: TroubleProps) {
  const [working, setWorking] = useState(false);
  const [isSure, setSure] = useState(false);
  const [failure, setFailure] = useState<{ what: string; failure: Failure } | null>(null);
  const condition = state.condition.value;
  const trouble = condition?.trouble ?? null;
  if (!condition || trouble === null) return null;

  async function attempt(work: Promise<Result<unknown>>, what: string): Promise<void> {
    setWorking(true);
    setFailure(null);
    const answer = await work;
    await state.load();
    setWorking(false);
    if (!answer.ok) setFailure({ what, failure: answer.error });
  }
  const restore = ({ from }: Offer) =>
    attempt(state.restore(from), i18n.t('trouble.couldnt.restore'));
  const anew = () => attempt(state.beginAnew(), i18n.t('trouble.couldnt.anew'));

  return (
    <TroubleSection condition={{ ...condition, trouble }} now={now}>
      {CHOSEN.includes(trouble) && (
        <>
          <p class="trouble-about">{i18n.t('trouble.untouched')}</p>
          <Offers offers={condition.offers} now={now} isWorking={working} restore={restore} />
          {condition.lostFolder !== null && trouble === 'damaged' && (
            <p>{i18n.t('trouble.folderLater', [condition.lostFolder])}</p>
          )}
          {condition.lostFolder !== null && trouble !== 'damaged' && (
            <LostFolder
              name={condition.lostFolder}
              state={state}
              isWorking={working}
              restore={(id) => void restore({ from: { kind: 'backup', id }, at: 0, papers: 0 })}
            />
          )}
        </>
      )}
      {failure && <p role="alert">{problem(failure.what, failure.failure)}</p>}
      <div class="trouble-actions">
        {CHOSEN.includes(trouble) && (
          <button
            type="button"
            class="button"
            data-gloss="begin-anew"
            disabled={working}
            onClick={() => (isSure ? void anew() : setSure(true))}
          >
            {isSure
              ? i18n.t('trouble.sure')
              : i18n.t(trouble === 'smaller' ? 'trouble.goOn' : 'trouble.anew')}
          </button>
        )}
        <button
          type="button"
          class="button"
          data-kind="plain"
          disabled={working}
          onClick={() => void attempt(state.load(), i18n.t('trouble.couldnt.look'))}
        >
          {i18n.t('trouble.again')}
        </button>
        <CopyDiagnostics call={state.call} />
      </div>
    </TroubleSection>
  );
}

/** What the library can be brought back from. */
function Offers({
  offers,
  now,
  isWorking,
  restore,
}: {
  offers: readonly Offer[];
  now: number;
  isWorking: boolean;
  restore: (offer: Offer) => Promise<void>;
}) {
  if (offers.length === 0) return <p>{i18n.t('trouble.none')}</p>;
  return (
    <>
      <h2>{i18n.t('trouble.which')}</h2>
      <ul class="trouble-offers" data-gloss="offers" aria-busy={isWorking}>
        {offers.map((offer, at) => (
          <li key={offer.from.kind === 'copy' ? 'copy' : offer.from.id}>
            <span>
              {i18n.t(`trouble.from.${offer.from.kind}`)} · {relativeDate(offer.at, now)} ·{' '}
              {counted(offer.papers)}
            </span>
            <button
              type="button"
              class="button"
              data-kind={at === 0 ? 'main' : 'secondary'}
              disabled={isWorking}
              onClick={() => void restore(offer)}
            >
              {i18n.t(isWorking ? 'trouble.restoring' : 'trouble.restore')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
