import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Only root can mount. */
export const isRoot = process.getuid?.() === 0 && process.platform === 'linux';

/** A real file system of so many megabytes, that can be filled to its last byte. */
export function smallDisk(megabytes: number) {
  const mount = mkdtempSync(path.join(tmpdir(), 'gloss-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', mount]);
  const filler = path.join(mount, 'filler');
  return {
    folder: (name: string): string => {
      const folder = path.join(mount, name);
      mkdirSync(folder);
      return folder;
    },
    fill: (): void => {
      const file = openSync(filler, 'a');
      for (const size of [1_000_000, 1_000, 1]) {
        const block = Buffer.alloc(size);
        try {
          for (;;) writeSync(file, block);
        } catch {
          // No more of this size.
        }
      }
      closeSync(file);
    },
    free: (): void => rmSync(filler),
    remove: (): void => {
      execFileSync('umount', ['-l', mount]);
      rmSync(mount, { recursive: true, force: true });
    },
  };
}
