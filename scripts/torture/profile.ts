import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Bytes of the profile's disk. */
const DISK = 256 * 1024 * 1024;

/** A browser's profile, on a disk of its own where it may have one: its files, and the processes that have them. */
export class Profile {
  /** A folder for it, and for what belongs to it. */
  readonly root = mkdtempSync(path.join(tmpdir(), 'gloss-torture-'));
  readonly folder = path.join(this.root, 'profile');
  private readonly hasDisk = Profile.canHaveDisk();

  constructor() {
    mkdirSync(this.folder);
    if (this.hasDisk)
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'gloss', this.folder]);
  }

  /** Whether a profile has a disk of its own, that can be filled: only root may give it one. */
  static canHaveDisk(): boolean {
    return process.platform === 'linux' && process.getuid?.() === 0;
  }

  /** The folder of an extension's databases: in the newest bucket, where there is one. */
  databases(extensionId: string): string {
    const buckets = path.join(this.folder, 'Default/WebStorage');
    const [newest] = readdirSync(buckets)
      .filter((name) => existsSync(path.join(buckets, name, 'IndexedDB')))
      .toSorted((a, b) => Number(b) - Number(a));
    if (newest !== undefined) return path.join(buckets, newest, 'IndexedDB/indexeddb.leveldb');
    const name = `chrome-extension_${extensionId}_0.indexeddb.leveldb`;
    return path.join(this.folder, 'Default/IndexedDB', name);
  }

  /** The folder of what an extension keeps outside its databases. */
  outside(extensionId: string): string {
    return path.join(this.folder, 'Default/Local Extension Settings', extensionId);
  }

  /** The browser's own process: the one with the profile and without a `--type`. */
  process(): number | null {
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      const line = read(`/proc/${name}/cmdline`).split('\0');
      if (line.includes(`--user-data-dir=${this.folder}`) && !line.join(' ').includes('--type='))
        return Number(name);
    }
    return null;
  }

  /** Waits until no process has the profile's files. */
  async gone(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const isThere = readdirSync('/proc').some(
        (name) => /^\d+$/.test(name) && read(`/proc/${name}/cmdline`).includes(this.folder),
      );
      if (!isThere) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Fills its disk to the last byte. */
  fill(): void {
    const file = openSync(path.join(this.folder, 'ballast'), 'w');
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

  free(): void {
    rmSync(path.join(this.folder, 'ballast'), { force: true });
  }

  /** Takes it away. */
  remove(): void {
    if (this.hasDisk) execFileSync('umount', ['-l', this.folder]);
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
