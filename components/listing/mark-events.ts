/** After the pointer has left, milliseconds. */
const LINGER = 250;

interface MarkEvents {
  container: HTMLElement;
  root: ShadowRoot;
  signal: AbortSignal;
  enter: (index: number) => void;
  leave: () => void;
  press: (index: number) => void;
}

/** Hover and focus open the toolbar, a click saves. */
export function listenToMarks({ container, root, signal, enter, leave, press }: MarkEvents): void {
  const indexOf = (event: Event): number | null => {
    const mark = event.target instanceof Element ? event.target.closest('.mark') : null;
    return mark instanceof HTMLElement ? Number(mark.dataset.entry) : null;
  };
  const on = (type: string, callback: (index: number) => void): void =>
    container.addEventListener(
      type,
      (event) => {
        const index = indexOf(event);
        if (event.isTrusted && index !== null) callback(index);
      },
      { signal },
    );
  on('pointerover', enter);
  on('focusin', enter);
  on('click', press);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const left = (): void => {
    clearTimeout(timer);
    timer = setTimeout(leave, LINGER);
  };
  for (const type of ['pointerout', 'focusout']) root.addEventListener(type, left, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
