import { i18n } from '#i18n';
import { CopyDiagnostics } from '@/components/app/notices/copy-diagnostics';
import type { ConditionState } from './condition';
import { TroubleSection } from './trouble-section';

interface TroubleLineProps {
  state: ConditionState;
  now: number;
  /** Goes where a person can choose what becomes of the library. */
  onSee: () => void;
}

/** Says in a small place that the library is not well, and leads to where something can be done. */
export function TroubleLine({ state, now, onSee }: TroubleLineProps) {
  const condition = state.condition.value;
  const trouble = condition?.trouble ?? null;
  if (!condition || trouble === null) return null;
  return (
    <TroubleSection condition={{ ...condition, trouble }} now={now}>
      <div class="trouble-actions">
        <button type="button" class="button" data-kind="main" onClick={onSee}>
          {i18n.t('trouble.see')}
        </button>
        <CopyDiagnostics call={state.call} />
      </div>
    </TroubleSection>
  );
}
