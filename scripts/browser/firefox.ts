import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './extension';
import { HOST as LAYER_HOST } from './layer';
import { Marionette } from './marionette';

/** Where `wxt build -b firefox` puts the extension. */
export const FIREFOX_BUILD = path.join(ROOT, '.output/firefox-mv2');

/** The id in `wxt.config.ts`, and the host that its pages have here instead of a random one. */
const ID = 'gloss@gloss.invalid';
const HOST = '6c1f3f0a-5a3e-4d57-9d0e-2f1f6c1a7b11';

/** Nothing that Firefox would fetch, ask or show by itself; names end at this machine. */
const QUIET = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'dom.security.https_first': false,
};

/** How long Firefox may take to start, and the interface to show what it is asked for, milliseconds. */
const START = 60_000;
const PATIENCE = 15_000;

interface Point {
  x: number;
  y: number;
}

/** A running Firefox with Gloss in a fresh profile, and one tab. */
export interface Firefox {
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
  /** The folder that downloads go to. */
  downloads: string;
  /** Waits until an element of the layer, or of an own page, holds a text. Fails with what it holds instead. */
  shows: (selector: string, text: string) => Promise<void>;
  hover: (selector: string) => Promise<void>;
  click: (selector: string) => Promise<void>;
  /** Presses the pointer at one point of the window and lets it go at another. */
  drag: (from: Point, to: Point) => Promise<void>;
  type: (text: string) => Promise<void>;
  close: () => Promise<void>;
}

const listening = (server: net.Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port));
  });

async function freePort(): Promise<number> {
  const server = net.createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits for the page that Gloss opens once it is installed; goes to it, or closes it and stays in the first tab. */
async function meetWelcome(marionette: Marionette, stays: boolean): Promise<void> {
  const handles = async () => (await marionette.send('WebDriver:GetWindowHandles')) as string[];
  const [first] = await handles();
  const opened = await until(
    async () => (await handles()).find((handle) => handle !== first) ?? null,
    () => 'Gloss opened no page after its installation.',
  );
  await marionette.send('WebDriver:SwitchToWindow', { handle: opened });
  if (stays) return;
  await marionette.send('WebDriver:CloseWindow');
  await marionette.send('WebDriver:SwitchToWindow', { handle: first });
}

/** Asks until something comes of it. */
async function until<T>(ask: () => Promise<T | null>, failure: () => string): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(failure());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Starts Firefox and installs the build. `pages` are served by their addresses, which begin with `http://`. It is in the
 * page for newcomers where `welcomes` says so.
 */
export async function launchFirefox(
  binary: string,
  pages: Readonly<Record<string, string>>,
  { welcomes = false } = {},
): Promise<Firefox> {
  const server = http.createServer((request, response) => {
    const body = pages[`http://${request.headers.host}${request.url}`];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(body);
  });
  const [served, port] = [await listening(server), await freePort()];
  const profile = mkdtempSync(path.join(tmpdir(), 'gloss-firefox-'));
  const downloads = path.join(profile, 'downloads');
  const preferences = {
    ...QUIET,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'marionette.port': port,
    'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
    'network.dns.localDomains': Object.keys(pages)
      .map((url) => new URL(url).hostname)
      .join(),
    'network.socket.forcePort': `80=${served}`,
  };
  writeFileSync(
    path.join(profile, 'user.js'),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
      .join('\n'),
  );
  const args = ['--marionette', '--headless', '--no-remote', '--remote-allow-system-access'];
  const child = spawn(binary, [...args, '--profile', profile], { stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const close = async (): Promise<void> => {
    child.kill();
    await gone;
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await Marionette.connect(port, START);
    await marionette.send('WebDriver:NewSession');
    await marionette.send('Addon:Install', { path: FIREFOX_BUILD, temporary: true });
    await meetWelcome(marionette, welcomes);
    return { ...tabOf(marionette), downloads, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What can be done in the tab. */
function tabOf(marionette: Marionette): Omit<Firefox, 'close' | 'downloads'> {
  const evaluate = async (body: string): Promise<unknown> => {
    // Firefox's own code may look into closed roots.
    const script = `const root = document.querySelector('${LAYER_HOST}')?.openOrClosedShadowRoot ?? document; ${body}`;
    const parameters = { script, args: [], sandbox: 'system', newSandbox: true };
    const answer = await marionette.send('WebDriver:ExecuteScript', parameters);
    return (answer as { value: unknown }).value;
  };
  /** Does something in the frame of the extension's own origin, where there is one; else the result is `null`. */
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
  const evaluateInFrame = (body: string): Promise<unknown> =>
    inFrame('.frame', () => evaluate(body));
  const BOX = (selector: string): string =>
    `const box = root.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
     return box && box.width > 0 ? { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) } : null`;
  const middleOf = (selector: string): Promise<Point> =>
    until(
      async () => {
        const found = (await evaluate(BOX(selector))) as Point | null;
        if (found) return found;
        const inside = (await evaluateInFrame(BOX(selector))) as Point | null;
        if (!inside) return null;
        const { x, y } = (await evaluate(
          `const { x, y } = root.querySelector('.frame').getBoundingClientRect(); return { x, y }`,
        )) as Point;
        return { x: Math.round(inside.x + x + 1), y: Math.round(inside.y + y + 1) };
      },
      () => `Firefox never showed ${selector}.`,
    );
  const point = (actions: object[]): Promise<unknown> =>
    marionette.send('WebDriver:PerformActions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  const move = ({ x, y }: Point) => ({ type: 'pointerMove', x, y, duration: 50 });
  const down = { type: 'pointerDown', button: 0 };
  const up = { type: 'pointerUp', button: 0 };
  return {
    evaluate,
    evaluateInFrame,
    until: async (body) => {
      let given: unknown = null;
      await until(
        async () => ((given = await evaluate(body)) ? true : null),
        () => `Firefox never did: ${body} It gave ${JSON.stringify(given)}.`,
      );
    },
    choose: async (selector, file) => {
      const field = await evaluate(`return root.querySelector(${JSON.stringify(selector)})`);
      const [id] = Object.values((field ?? {}) as Record<string, string>);
      await marionette.send('WebDriver:ElementSendKeys', { id, text: file });
    },
    go: async (address) => {
      const url = address.startsWith('http') ? address : `moz-extension://${HOST}/${address}`;
      await marionette.send('WebDriver:Navigate', { url });
    },
    shows: async (selector, text) => {
      let shown: unknown = null;
      const said = `const element = root.querySelector(${JSON.stringify(selector)});
        if (!element) return null;
        // What a style sheet draws is said by its attribute.
        const drawn = [element, ...element.querySelectorAll('[data-text]')].map(({ dataset }) => dataset?.text ?? '');
        return [element.textContent, ...drawn].join(' ')`;
      await until(
        async () => {
          shown = (await evaluate(said)) ?? (await evaluateInFrame(said));
          return typeof shown === 'string' && shown.includes(text) ? shown : null;
        },
        () => `Firefox never showed “${text}” in ${selector}, but ${JSON.stringify(shown)}.`,
      );
    },
    hover: async (selector) => void (await point([move(await middleOf(selector))])),
    click: async (selector) => void (await point([move(await middleOf(selector)), down, up])),
    drag: async (from, to) => void (await point([move(from), down, move(to), up])),
    type: async (text) => {
      const actions = Array.from(text).flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      const type = async (): Promise<boolean> => {
        await marionette.send('WebDriver:PerformActions', {
          actions: [{ type: 'key', id: 'keyboard', actions }],
        });
        return true;
      };
      // Firefox's remote control gives keys to the document that it is in, wherever the focus is.
      if (!(await inFrame('.frame[data-open="true"]:focus', type))) await type();
    },
  };
}
