import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { COLOURS, type Colour } from '@/domain/paper/paper';

/** A keeper of the page's selection: a press on it does not take the focus. */
export const keepSelection = (event: Event): void => event.preventDefault();

/** The four colours of highlights, each a button. */
export const Colours = (props: {
  chosen: Colour | null;
  choose: (colour: Colour) => void;
}): VNode => (
  <>
    {COLOURS.map((colour) => (
      <button
        key={colour}
        type="button"
        class="colour"
        data-colour={colour}
        aria-label={i18n.t(`highlight.${colour}`)}
        title={i18n.t(`highlight.${colour}`)}
        aria-pressed={props.chosen ? props.chosen === colour : undefined}
        onMouseDown={keepSelection}
        onClick={() => props.choose(colour)}
      />
    ))}
  </>
);

/** The arrows walk a bar's controls, as in every toolbar. */
export function walkControls(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const target = event.target as HTMLElement;
  if (!step || target.localName === 'input') return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('button, input')];
  const at = controls.indexOf(target);
  controls[(at + step + controls.length) % controls.length]?.focus();
  event.preventDefault();
}
