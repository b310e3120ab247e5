import { execFileSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { type Browser, BUILD, launch, openApp } from '@/scripts/browser/extension';
import { type Layer, layer } from '@/scripts/browser/layer';
import { servePages } from '@/scripts/browser/pages';
import { addClock, setClock } from './clocked';
import { type Damage, damage, tear } from './damage';
import { LISTED, PAGES } from './papers';
import { type Message, type Place, PLACES, type Rig } from './rig';

/** Sends a message, and waits so long for its answer, milliseconds; `null` where none came. */
const ASK = `(message, patience) => Promise.race([
  chrome.runtime.sendMessage(message).then((answer) => answer ?? null, () => null),
  new Promise((resolve) => { setTimeout(resolve, patience, null); }),
])`;

/** How often a start of the browser is tried again. */
const TRIES = 3;
/** Bytes of the profile's disk. */
const DISK = 256 * 1024 * 1024;

/** A browser with Gloss whose worker, process, disk, files and clock can be failed. */
export class Machine implements Rig {
  private browser: Browser | null = null;
  private app: Page | null = null;
  private workers: CDPSession | null = null;
  private readonly tabs = new Map<Place, Layer>();
  private readonly pages = new Map<Place, Page>();
  private offset = 0;
  /** Workers that ran when they were stopped. */
  killed = 0;

  private constructor(
    private readonly root: string,
    private readonly hasDisk: boolean,
  ) {}

  private get profile(): string {
    return path.join(this.root, 'profile');
  }

  /** Whether the profile has a disk of its own, that can be filled: only root may give it one. */
  static canFillDisk(): boolean {
    return process.platform === 'linux' && process.getuid?.() === 0;
  }

  /** Makes the folders, and starts the browser. */
  static async start(): Promise<Machine> {
    const root = mkdtempSync(path.join(tmpdir(), 'gloss-torture-'));
    const machine = new Machine(root, Machine.canFillDisk());
    execFileSync('mkdir', [machine.profile]);
    if (machine.hasDisk)
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'gloss', machine.profile]);
    const extension = path.join(root, 'extension');
    cpSync(BUILD, extension, { recursive: true });
    addClock(extension);
    try {
      const browser = await launch({
        extension,
        profile: machine.profile,
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
    this.workers.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { runningStatus } of versions) if (runningStatus === 'stopped') this.killed += 1;
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

  /** Ends the browser's process at once, as a crash or a power button does. */
  async sigkill(): Promise<void> {
    const pid = this.process();
    if (pid !== null) process.kill(pid, 'SIGKILL');
    await this.gone();
  }

  /** Closes the browser as a person does. */
  async quit(): Promise<void> {
    await this.browser?.context.close();
    await this.gone();
  }

  /** The browser's own process: the one with the profile that is nobody's child process. */
  private process(): number | null {
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      const line = read(`/proc/${name}/cmdline`).split('\0');
      if (line.includes(`--user-data-dir=${this.profile}`) && !line.join(' ').includes('--type='))
        return Number(name);
    }
    return null;
  }

  /** Waits until no process has the profile's files. */
  private async gone(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const isThere = readdirSync('/proc').some(
        (name) => /^\d+$/.test(name) && read(`/proc/${name}/cmdline`).includes(this.profile),
      );
      if (!isThere) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Fills the disk of the profile to the last byte. */
  fillDisk(): void {
    const file = openSync(path.join(this.profile, 'ballast'), 'w');
    const block = Buffer.alloc(1024 * 1024);
    try {
      for (let size = block.length; size > 0; )
        try {
          if (writeSync(file, block, 0, size) === 0) break;
        } catch {
          size = Math.floor(size / 2);
        }
    } finally {
      closeSync(file);
    }
  }

  freeDisk(): void {
    rmSync(path.join(this.profile, 'ballast'), { force: true });
  }

  /** Sets how far off the background's clock is, milliseconds. */
  setClock(offset: number): void {
    this.offset = offset;
    if (this.browser) setClock(this.browser.folders.extension, offset);
  }

  damage(how: Damage): void {
    damage(this.database, how);
  }

  tear(): void {
    tear(this.database);
    const id = this.browser?.extensionId ?? '';
    const outside = path.join(this.profile, 'Default/Local Extension Settings', id);
    if (existsSync(outside)) tear(outside);
  }

  /** The folder of the library's database. */
  private get database(): string {
    const name = `chrome-extension_${this.browser?.extensionId ?? ''}_0.indexeddb.leveldb`;
    return path.join(this.profile, 'Default/IndexedDB', name);
  }

  /** Ends the browser and takes everything away that was made. */
  async end(): Promise<void> {
    await this.browser?.context.close().catch(() => undefined);
    await this.gone();
    this.clear();
  }

  /** The same at once, where nobody can wait any more. */
  abandon(): void {
    const pid = this.process();
    if (pid !== null) process.kill(pid, 'SIGKILL');
    this.clear();
  }

  private clear(): void {
    if (this.hasDisk) execFileSync('umount', ['-l', this.profile]);
    if (this.browser) rmSync(this.browser.folders.extension, { recursive: true, force: true });
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a file says; nothing where it went away. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
