import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Condition, Trouble } from '@/domain/mark';
import { troubleSentence } from './trouble-words';
import './trouble.css';

interface TroubleSectionProps {
  condition: Condition & { trouble: Trouble };
  now: number;
  children: ComponentChildren;
}

/** Says what is wrong with the library, above what a person can do about it. */
export const TroubleSection = ({ condition, now, children }: TroubleSectionProps) => (
  <section
    class="trouble"
    data-gloss="trouble"
    data-trouble={condition.trouble}
    aria-label={i18n.t('trouble.region')}
  >
    <p role="alert">{troubleSentence(condition, now)}</p>
    {children}
  </section>
);
