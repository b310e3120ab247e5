import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Result } from '@/domain/result';
import { copyText } from '@/components/ui/copy';

interface Props {
  call: (name: 'diagnostics', ask: null) => Promise<Result<string>>;
}

/** Copies versions, counts and the last errors for a bug report, and nothing that a person wrote. */
export function CopyDiagnostics({ call }: Props) {
  const [state, setState] = useState<'copy' | 'copied' | 'couldnt'>('copy');
  const copy = async (button: Element): Promise<void> => {
    const answer = await call('diagnostics', null);
    const text = answer.ok ? answer.value : `Gloss: ${answer.error.reason}`;
    setState((await copyText(text, button)) ? 'copied' : 'couldnt');
  };
  return (
    <button
      type="button"
      class="button plain"
      data-kind="plain"
      data-gloss="copy-diagnostics"
      onClick={({ currentTarget }) => void copy(currentTarget)}
    >
      {i18n.t(`diagnostics.${state}`)}
    </button>
  );
}
