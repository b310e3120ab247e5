/**
 * Puts a text on the clipboard, in answer to a click; whether it is there. Pages without https have no clipboard and
 * others forbid it: there the text is copied as a person would, from a field that is put after `beside` for a moment.
 */
export async function copyText(text: string, beside: Element): Promise<boolean> {
  try {
    return await inTime(navigator.clipboard.writeText(text).then(() => true));
  } catch {
    return copyFromField(text, beside);
  }
}

/** A browser that asks somebody before it writes may never answer, milliseconds; a click counts for longer. */
const PATIENCE = 500;

const inTime = (done: Promise<true>): Promise<true> =>
  new Promise((resolve, reject) => {
    done.then(resolve, reject);
    setTimeout(() => reject(new Error('The clipboard did not answer.')), PATIENCE);
  });

function copyFromField(text: string, beside: Element): boolean {
  const root = beside.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.style.cssText = 'position:fixed;top:0;left:0;width:1px;height:1px;opacity:0';
  beside.after(field);
  field.focus({ preventScroll: true });
  field.select();
  try {
    // The only way there; browsers keep it for that.
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
