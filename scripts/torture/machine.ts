import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { type Browser, BUILD, launch, openApp } from '@/scripts/browser/extension';
import { type Layer, layer } from '@/scripts/browser/layer';
import { servePages } from '@/scripts/browser/pages';
import { addClock, setClock } from './clocked';
import { type Damage, damage, isOutside, tear } from './damage';
import { LISTED, PAGES } from './papers';
import { Profile } from './profile';
import { type Message, type Place, PLACES, type Rig } from './rig';
import { pause } from './talk';

/** Sends a message, and waits so long for its answer, milliseconds; `null` where none came. */
const ASK = `(message, patience) => Promise.race([
  chrome.runtime.sendMessage(message).then((answer) => answer ?? null, () => null),
  new Promise((resolve) => { setTimeout(resolve, patience, null); }),
])`;

/** How often a start of the browser is tried again. */
const TRIES = 3;

/** A browser with Gloss whose worker, process, disk, files and clock can be failed. */
export class Machine implements Rig {
  private browser: Browser | null = null;
  private app: Page | null = null;
  private workers: CDPSession | null = null;
  private readonly tabs = new Map<Place, Layer>();
  private readonly pages = new Map<Place, Page>();
  private offset = 0;
  /** Workers that run, by the browser's names. */
  private readonly running = new Set<string>();
  /** Workers that ran when they were stopped. */
  killed = 0;

  private constructor(private readonly profile: Profile) {}

  /** Makes the folders, and starts the browser. */
  static async start(): Promise<Machine> {
    const profile = new Profile();
    const machine = new Machine(profile);
    const extension = path.join(profile.root, 'extension');
    cpSync(BUILD, extension, { recursive: true });
    addClock(extension);
    try {
      const browser = await launch({
        extension,
        profile: profile.folder,
        hosts: ['https://arxiv.org/*'],
        flags: ['--disk-cache-size=1', '--disable-gpu', '--no-first-run'],
      });
      await machine.open(browser);
    } catch (error) {
      await machine.end();
      throw error;
    }
    return machine;
  }

  private async open(browser: Browser): Promise<void> {
    this.browser = browser;
    setClock(browser.folders.extension, this.offset);
    const serve = await servePages(browser.context);
    this.app = await openApp(browser);
    this.pages.set('popup', this.app);
    this.pages.set('library', await openApp(browser, 'library.html'));
    for (const [index, url] of PAGES.entries()) {
      serve({ url, body: arxivList(LISTED), type: 'text/html; charset=utf-8' });
      const page = await browser.context.newPage();
      const place = PLACES[index] ?? 'popup';
      this.tabs.set(place, await layer(page));
      this.pages.set(place, page);
      await page.goto(url);
    }
    this.workers = await browser.context.newCDPSession(this.app);
    this.running.clear();
    this.workers.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, runningStatus } of versions) {
        if (runningStatus === 'running') this.running.add(versionId);
        if (runningStatus === 'stopped' && this.running.delete(versionId)) this.killed += 1;
      }
    });
    await this.workers.send('ServiceWorker.enable');
  }

  /** Starts the browser again on the same profile. */
  async restart(): Promise<void> {
    const { browser } = this;
    if (!browser) throw new Error('There is no browser.');
    this.tabs.clear();
    this.pages.clear();
    for (let left = TRIES; ; left -= 1)
      try {
        return await this.open(await browser.restart());
      } catch (error) {
        // A machine that does much else may take longer than a start waits.
        if (left === 0) throw error;
      }
  }

  /** Sends a message from a place; `null` where it was not answered, for whatever reason. */
  async ask(place: Place, message: Message, patience: number): Promise<unknown> {
    const expression = `(${ASK})(${JSON.stringify(message)}, ${patience})`;
    const tab = this.tabs.get(place);
    const asked = tab
      ? tab.evaluate<unknown>(expression)
      : (this.pages.get(place)?.evaluate<unknown>(expression) ?? Promise.resolve(null));
    const answer = asked.then(
      (value) => value ?? null,
      () => null,
    );
    // A browser that was killed answers for none of its pages.
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, patience + 1_000, null);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  /** Whether the content script of a tab runs. */
  async isReady(place: Place): Promise<boolean> {
    const tab = this.tabs.get(place);
    return !tab || (await tab.evaluate<boolean>('true').catch(() => false)) === true;
  }

  /** Stops the worker, as the browser does when it likes to. */
  async killWorker(): Promise<void> {
    await this.workers?.send('ServiceWorker.stopAllWorkers').catch(() => undefined);
  }

  /** Has the background do what it does by itself now and then: backups, the trash, a check. */
  async care(): Promise<void> {
    await this.app
      ?.evaluate(() => chrome.alarms.create('care', { when: Date.now() }))
      .catch(() => undefined);
  }

  /** Takes the extension away from under its pages and gives it back, as an update does; then they are opened anew. */
  async reload(): Promise<void> {
    const { browser } = this;
    if (!browser) throw new Error('There is no browser.');
    const before = browser.context.pages();
    const page = await browser.context.newPage();
    await page.goto('chrome://extensions');
    // After `runtime.reload` this browser leaves an unpacked extension turned off.
    await page.evaluate(async (id) => {
      await chrome.management.setEnabled(id, false);
      await chrome.management.setEnabled(id, true);
    }, browser.extensionId);
    await this.open(browser);
    for (const old of [...before, page]) await old.close().catch(() => undefined);
  }

  /** Starts the browser and ends its process so many milliseconds after its first process is there. */
  async flicker(after: number): Promise<void> {
    const starting = this.browser?.restart().then(
      (browser) => this.open(browser).catch(() => undefined),
      () => undefined,
    );
    while (this.profile.process() === null) await pause(5);
    await pause(after);
    await this.sigkill();
    await starting;
  }

  /** Ends the browser's process at once, as a crash or a power button does. */
  async sigkill(): Promise<void> {
    const pid = this.profile.process();
    if (pid !== null) process.kill(pid, 'SIGKILL');
    await this.profile.gone();
  }

  /** Closes the browser as a person does. */
  async quit(): Promise<void> {
    await this.browser?.context.close();
    await this.profile.gone();
  }

  fillDisk(): void {
    this.profile.fill();
  }

  freeDisk(): void {
    this.profile.free();
  }

  /** Sets how far off the background's clock is, milliseconds. */
  setClock(offset: number): void {
    this.offset = offset;
    if (this.browser) setClock(this.browser.folders.extension, offset);
  }

  damage(how: Damage): void {
    const id = this.browser?.extensionId ?? '';
    damage(isOutside(how) ? this.profile.outside(id) : this.profile.databases(id), how);
  }

  tear(): void {
    const id = this.browser?.extensionId ?? '';
    tear(this.profile.databases(id));
    const outside = this.profile.outside(id);
    if (existsSync(outside)) tear(outside);
  }

  /** Ends the browser and takes everything away that was made. */
  async end(): Promise<void> {
    await this.browser?.context.close().catch(() => undefined);
    await this.profile.gone();
    this.clear();
  }

  /** The same at once, where the process can't wait any more. */
  abandon(): void {
    const pid = this.profile.process();
    if (pid !== null) process.kill(pid, 'SIGKILL');
    this.clear();
  }

  private clear(): void {
    if (this.browser) rmSync(this.browser.folders.extension, { recursive: true, force: true });
    this.profile.remove();
  }
}
