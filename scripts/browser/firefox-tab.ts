import { HOST as LAYER_HOST } from './layer-reading';
import type { Marionette } from './marionette';

/** How long the interface may take to show what a test waits for, milliseconds. */
const PATIENCE = 15_000;

interface Point {
  x: number;
  y: number;
}

/** What a test can do in the tab. */
export interface FirefoxTab {
  /** Opens a served page, or one of the extension's own (`popup.html`). */
  go: (address: string) => Promise<void>;
  /** Runs a function's body in the tab with all that Firefox itself may do; `root` is the in-page layer or the document. */
  evaluate: (body: string) => Promise<unknown>;
  /** The same in the frame of the extension's own origin; `null` while there is none. */
  evaluateInFrame: (body: string) => Promise<unknown>;
  /** Waits until a function's body, run in the tab like `evaluate`, gives something true; fails with what it gives instead. */
  until: (body: string) => Promise<void>;
  /** Gives a file of this machine to a field that asks for one. */
  choose: (selector: string, file: string) => Promise<void>;
  /** Waits until an element of the layer, or of an own page, holds a text. Fails with what it holds instead. */
  shows: (selector: string, text: string) => Promise<void>;
  hover: (selector: string) => Promise<void>;
  click: (selector: string) => Promise<void>;
  /** Taps with a finger. */
  tap: (selector: string) => Promise<void>;
  /** Rests a finger on an element until something has come, and lifts it then. */
  rest: (selector: string, until: () => Promise<unknown>) => Promise<void>;
  /** Presses the pointer at one point of the window and lets it go at another. */
  drag: (from: Point, to: Point) => Promise<void>;
  type: (text: string) => Promise<void>;
}

/** The scripts that a test runs in the document that the remote control is in, and in the frame within it. */
function createScripts(marionette: Marionette) {
  const evaluate = async (body: string): Promise<unknown> => {
    // Firefox's own code may look into closed roots.
    const script = `const root = document.querySelector('${LAYER_HOST}')?.openOrClosedShadowRoot ?? document; ${body}`;
    const parameters = { script, args: [], sandbox: 'system', newSandbox: true };
    const answer = await marionette.send('WebDriver:ExecuteScript', parameters);
    return (answer as { value: unknown }).value;
  };
  /** Acts in the frame of the extension's own origin; resolves to `null` where there is no frame. */
  const inFrame = async <T>(selector: string, act: () => Promise<T>): Promise<T | null> => {
    const frame = await evaluate(`return root.querySelector(${JSON.stringify(selector)})`);
    if (frame === null) return null;
    const [element] = Object.values(frame as Record<string, string>);
    await marionette.send('WebDriver:SwitchToFrame', { element });
    try {
      return await act();
    } finally {
      await marionette.send('WebDriver:SwitchToFrame', { id: null });
    }
  };
  return {
    evaluate,
    inFrame,
    evaluateInFrame: (body: string): Promise<unknown> => inFrame('.frame', () => evaluate(body)),
  };
}

type Scripts = ReturnType<typeof createScripts>;

/** Asks until the answer is not `null`; fails with the text of `failure` when that takes too long. */
export async function until<T>(ask: () => Promise<T | null>, failure: () => string): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(failure());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const MIDDLE = (selector: string): string =>
  `const wanted = ${JSON.stringify(selector)};
   const box = (root.querySelector(wanted) ?? document.querySelector(wanted))?.getBoundingClientRect();
   return box && box.width > 0 ? { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) } : null`;

/** The middle of an element of the layer, the page or the frame, in the tab's window. */
const middleOf = ({ evaluate, evaluateInFrame }: Scripts, selector: string): Promise<Point> =>
  until(
    async () => {
      const found = (await evaluate(MIDDLE(selector))) as Point | null;
      if (found) return found;
      const inside = (await evaluateInFrame(MIDDLE(selector))) as Point | null;
      if (!inside) return null;
      const { x, y } = (await evaluate(
        `const { x, y } = root.querySelector('.frame').getBoundingClientRect(); return { x, y }`,
      )) as Point;
      return { x: Math.round(inside.x + x + 1), y: Math.round(inside.y + y + 1) };
    },
    () => `Firefox never showed ${selector}.`,
  );

/** Reads an element's text, and what the style sheet draws by attributes. */
const TEXT = (selector: string): string =>
  `const element = root.querySelector(${JSON.stringify(selector)});
   if (!element) return null;
   const drawn = [element, ...element.querySelectorAll('[data-text]')].map(({ dataset }) => dataset?.text ?? '');
   return [element.textContent, ...drawn].join(' ')`;

async function waitForText(scripts: Scripts, selector: string, text: string): Promise<void> {
  let shown: unknown = null;
  await until(
    async () => {
      shown =
        (await scripts.evaluate(TEXT(selector))) ?? (await scripts.evaluateInFrame(TEXT(selector)));
      return typeof shown === 'string' && shown.includes(text) ? shown : null;
    },
    () => `Firefox never showed “${text}” in ${selector}, but ${JSON.stringify(shown)}.`,
  );
}

async function waitForTruth({ evaluate }: Scripts, body: string): Promise<void> {
  let given: unknown = null;
  await until(
    async () => {
      given = await evaluate(body);
      return given ? true : null;
    },
    () => `Firefox never did: ${body} It gave ${JSON.stringify(given)}.`,
  );
}

/** The mouse and the keyboard. */
function createHands(marionette: Marionette, scripts: Scripts) {
  const perform = async (source: object): Promise<void> =>
    void (await marionette.send('WebDriver:PerformActions', { actions: [source] }));
  const pointer =
    (pointerType: 'mouse' | 'touch') =>
    (actions: object[]): Promise<void> =>
      perform({ type: 'pointer', id: pointerType, parameters: { pointerType }, actions });
  const [mouse, finger] = [pointer('mouse'), pointer('touch')];
  const to = ({ x, y }: Point) => ({ type: 'pointerMove', x, y, duration: 50 });
  const down = { type: 'pointerDown', button: 0 };
  const up = { type: 'pointerUp', button: 0 };
  const place = async (selector: string) => to(await middleOf(scripts, selector));
  return {
    hover: async (selector: string) => mouse([await place(selector)]),
    click: async (selector: string) => mouse([await place(selector), down, up]),
    tap: async (selector: string) => finger([await place(selector), down, up]),
    async rest(selector: string, come: () => Promise<unknown>): Promise<void> {
      await finger([await place(selector), down]);
      await come();
      await finger([up]);
    },
    drag: (from: Point, end: Point) => mouse([to(from), down, to(end), up]),
    async type(text: string): Promise<void> {
      const actions = Array.from(text).flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      const type = async (): Promise<true> => {
        await perform({ type: 'key', id: 'keyboard', actions });
        return true;
      };
      // Firefox's remote control gives keys to the document that it is in, wherever the focus is.
      if (!(await scripts.inFrame('.frame[data-open="true"]:focus', type))) await type();
    },
  };
}

/** The tab that a new session opens; `host` is the host of the extension's own pages. */
export function createTab(marionette: Marionette, host: string): FirefoxTab {
  const scripts = createScripts(marionette);
  return {
    evaluate: scripts.evaluate,
    evaluateInFrame: scripts.evaluateInFrame,
    go: async (address) => {
      const url = address.startsWith('http') ? address : `moz-extension://${host}/${address}`;
      await marionette.send('WebDriver:Navigate', { url });
    },
    until: (body) => waitForTruth(scripts, body),
    choose: async (selector, file) => {
      const field = await scripts.evaluate(
        `return root.querySelector(${JSON.stringify(selector)})`,
      );
      const [id] = Object.values((field ?? {}) as Record<string, string>);
      await marionette.send('WebDriver:ElementSendKeys', { id, text: file });
    },
    shows: (selector, text) => waitForText(scripts, selector, text),
    ...createHands(marionette, scripts),
  };
}
