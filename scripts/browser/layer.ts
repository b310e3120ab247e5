import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Frame, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import {
  DESCRIBE,
  FRAME_BOX,
  type FrameBox,
  type FrameContent,
  HOST,
  type LayerElement,
  MATCHES,
  PICTURES,
} from './layer-reading';

/** How long to wait for the interface, milliseconds. */
const PATIENCE = 10_000;

/** What Chromium tells of an execution context. */
interface AuxData {
  type?: string;
  isDefault?: boolean;
  frameId?: string;
}

/** The content script's own world on a page, where the closed shadow root can be opened. */
class World {
  private context: number | undefined;

  private constructor(
    private readonly session: CDPSession,
    private readonly page: Page,
  ) {}

  static async of(page: Page): Promise<World> {
    const session = await page.context().newCDPSession(page);
    const world = new World(session, page);
    const { frameTree } = await session.send('Page.getFrameTree');
    const main = frameTree.frame.id;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { type, isDefault, frameId } = (context.auxData ?? {}) as AuxData;
      if (frameId !== main || !context.origin.startsWith('chrome-extension://')) return;
      // On a page of the extension's own it is the page's world, elsewhere an isolated one.
      const isOwnPage = page.url().startsWith(context.origin);
      const isIts = isOwnPage ? isDefault : type === 'isolated' && !isDefault;
      if (isIts) world.context = context.id;
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (world.context === executionContextId) world.context = undefined;
    });
    session.on('Runtime.executionContextsCleared', () => {
      world.context = undefined;
    });
    await session.send('Runtime.enable');
    return world;
  }

  /** Evaluates an expression there; `undefined` while the content script does not run. */
  async evaluate<T>(expression: string): Promise<T | undefined> {
    if (this.context === undefined) return undefined;
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      contextId: this.context,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** What the interface shows instead, for the message of a failure. */
  private async account(): Promise<string> {
    const shown = await this.evaluate<string>(`(() => {
      const focus = (${MATCHES})('*')[0]?.getRootNode().activeElement ?? document.activeElement;
      const cards = (${MATCHES})('.card').map(({ innerText }) => innerText.slice(0, 300));
      return 'Focused is ' + (focus ? focus.outerHTML.slice(0, 160) : 'nothing') + ' of a document that is '
        + (document.hasFocus() ? '' : 'not ') + 'focused; cards: ' + JSON.stringify(cards);
    })()`).catch(String);
    return shown ?? 'The content script does not run there.';
  }

  /** Asks once a frame until there is an answer. */
  async until<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      // A navigation may take the world away in the middle of an evaluation.
      const value = await ask().catch((error: Error) => {
        if (/context|navigat|detached/i.test(error.message)) return undefined;
        throw error;
      });
      if (value) return value;
      if (Date.now() > end)
        throw new Error(`The in-page interface never showed ${what}. ${await this.account()}`);
      await this.page.waitForTimeout(30);
    }
  }
}

/** Reads the in-page interface, and uses it as a person does: with the mouse, at the place where it shows. */
export class Layer {
  private constructor(
    private readonly page: Page,
    private readonly world: World,
  ) {}

  static async of(page: Page): Promise<Layer> {
    return new Layer(page, await World.of(page));
  }

  /** Evaluates an expression in the content script's world. */
  evaluate<T>(expression: string): Promise<T | undefined> {
    return this.world.evaluate<T>(expression);
  }

  /** The frame of the extension's own origin on the page; what is typed is in it. */
  frame(): Frame | undefined {
    return this.page
      .frames()
      .find((frame) => /^chrome-extension:.*\/frame\.html/.test(frame.url()));
  }

  private async allInFrame(selector: string): Promise<LayerElement[]> {
    const at = await this.world.evaluate<FrameBox | null>(FRAME_BOX);
    if (!at) return [];
    const found = await this.frame()?.evaluate<FrameContent>(
      `({
        elements: [...document.querySelectorAll(${JSON.stringify(selector)})].map(${DESCRIBE}),
        card: document.querySelector('.card')?.getBoundingClientRect().toJSON() ?? null,
      })`,
    );
    // While a card changes its size it moves, and a click at where it was misses it.
    if (!found?.card || Math.abs(found.card.height - at.height) > 1) return [];
    return found.elements.map((element) => ({
      ...element,
      x: element.x + at.x,
      y: element.y + at.y,
    }));
  }

  /** All elements that match, in document order, those in the frame last; none while the interface is not there. */
  async all(selector: string): Promise<LayerElement[]> {
    const found = await this.world.evaluate<LayerElement[]>(
      `(${MATCHES})(${JSON.stringify(selector)}).map(${DESCRIBE})`,
    );
    return [...(found ?? []), ...(await this.allInFrame(selector))];
  }

  async count(selector: string): Promise<number> {
    return (await this.all(selector)).length;
  }

  /** Waits until an element is there, has a size and can be hit. */
  async find(selector: string, index = 0): Promise<LayerElement> {
    return this.world.until(
      async () => (await this.all(selector)).filter(({ width, hit }) => width > 0 && hit)[index],
      `${selector}${index > 0 ? ` (${index})` : ''}`,
    );
  }

  /** Waits until no element that matches can be seen. */
  async gone(selector: string): Promise<void> {
    await this.world.until(
      async () => (await this.all(selector)).every(({ width }) => width === 0),
      `itself without ${selector}`,
    );
  }

  /** Waits until the text of an element that matches contains `text`. */
  async shows(selector: string, text: string): Promise<void> {
    await this.world.until(
      async () => (await this.all(selector)).some((element) => element.text.includes(text)),
      `"${text}" in ${selector}`,
    );
  }

  /** Waits until a field of the frame holds `value`; the frame may be replaced in the meantime. */
  async holds(selector: string, value: string): Promise<void> {
    const read = `document.querySelector(${JSON.stringify(selector)})?.value`;
    await this.world.until(
      async () => (await this.frame()?.evaluate(read)) === value,
      `"${value}" as the value of ${selector}`,
    );
  }

  async hover(selector: string, index = 0): Promise<void> {
    const { x, y, width, height } = await this.find(selector, index);
    await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  }

  /**
   * Waits until an element stays where it is for some pictures, as somebody does who aims at it. The browser leads a
   * click to the frame by the picture that was drawn last.
   */
  private async settled(selector: string, index: number): Promise<LayerElement> {
    let before = await this.find(selector, index);
    return this.world.until(async () => {
      await this.world.evaluate(PICTURES);
      const now = await this.find(selector, index);
      const isStill = now.x === before.x && now.y === before.y && now.height === before.height;
      before = now;
      return isStill ? now : undefined;
    }, `${selector} in one place`);
  }

  async click(selector: string, index = 0): Promise<void> {
    const { x, y, width, height } = await this.settled(selector, index);
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  /**
   * Scrolls an entry's text to the middle of the window, so that its mark is there, and waits for it.
   * Marks exist for entries near the viewport only.
   */
  async scrollTo(text: string): Promise<void> {
    await this.page.evaluate((wanted) => {
      const start = wanted.slice(0, 60);
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(start) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { top } = range.getBoundingClientRect();
        scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
        return;
      }
    }, text);
  }

  /** Accessibility faults of the interface (https://github.com/dequelabs/axe-core), closed root included. */
  async axe(): Promise<AxeResults['violations']> {
    const source = readFileSync(
      createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
      'utf8',
    );
    await this.world.evaluate(`if (!globalThis.axe) {
      const open = chrome.dom.openOrClosedShadowRoot;
      Object.defineProperty(Element.prototype, 'shadowRoot', {
        configurable: true,
        get() { try { return open(this); } catch { return null; } },
      });
      ${source}
    } 0`);
    const found = await this.world.evaluate<AxeResults['violations']>(`axe
      .run({ include: [['${HOST}']] }, { iframes: false })
      .then(({ violations }) => JSON.parse(JSON.stringify(violations)))`);
    if (!found) throw new Error('The in-page interface is not there.');
    if (!(await this.world.evaluate(FRAME_BOX))) return found;
    const framed = await this.frame()?.evaluate<AxeResults['violations']>(
      `${source}; axe.run('.card').then(({ violations }) => JSON.parse(JSON.stringify(violations)))`,
    );
    return [...found, ...(framed ?? [])];
  }
}

/** The in-page interface of Gloss on a page. */
export const layer = (page: Page): Promise<Layer> => Layer.of(page);
