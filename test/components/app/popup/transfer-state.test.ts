import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { StatusLine, Ports } from '@/components/app/popup/ports';
import { createTransfer } from '@/components/app/popup/transfer-state';
import { fail, ok, type Result } from '@/domain/result';

/** The popup's transfer over a library that gives some answers. */
function transfer(answers: Record<string, Result<unknown>>) {
  const files: string[] = [];
  const asked: string[] = [];
  const notice = signal<StatusLine>(null);
  const ports = {
    call: async (name: string) => {
      asked.push(name);
      return answers[name] ?? fail('storage', 'The disk is full.');
    },
    download: (name: string) => void files.push(name),
    now: () => new Date('2026-01-31T09:00:00Z'),
  } as unknown as Ports;
  return { notice, files, asked, ...createTransfer(ports, notice) };
}

const EMPTY = {
  'export.head': ok({ tags: [], shared: [], extra: {}, next: null }),
  'export.papers': ok({ lines: '', count: 0, next: null }),
  'export.sightings': ok({ lines: '', count: 0, next: null }),
};

test('a library becomes one file, however often the button is pressed meanwhile', async () => {
  const { exportJson, files, isWorking, notice } = transfer(EMPTY);
  await Promise.all([exportJson(), exportJson()]);
  expect(files).toHaveLength(1);
  expect(isWorking.value).toBe(false);
  expect(notice.value).toMatchObject({ tone: 'status' });
});

test('an export that fails leaves no file, says so, and may be tried again', async () => {
  const { exportJson, files, isWorking, notice } = transfer({});
  await exportJson();
  expect(files).toEqual([]);
  expect(notice.value).toMatchObject({ tone: 'alert' });
  expect(isWorking.value).toBe(false);
});
