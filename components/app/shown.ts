/** A page that is hidden draws no frame: then it is not waited for longer, milliseconds. */
const LONGEST = 100;

/** Resolves once what was drawn last shows: when the frame with it is made. */
export const shown = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, LONGEST);
    requestAnimationFrame(() => {
      // A message is heard after the frame; a timer could wait for longer.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve());
      port1.start();
      port2.postMessage(null);
    });
  });
