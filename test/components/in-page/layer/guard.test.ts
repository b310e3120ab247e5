import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { HEARD } from '@/components/in-page/layer/heard';

const FOLDER = path.resolve(import.meta.dirname, '../../../../components/in-page');

const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => readFileSync(path.join(FOLDER, file), 'utf8'))
  .join('\n');

it('every kind of event that a part of the layer handles comes through the shield', () => {
  const handled = [...sources.matchAll(/\bon([A-Z][A-Za-z]+)=\{/g)].map(([, name]) =>
    (name ?? '').toLowerCase(),
  );
  expect(handled).toContain('click');
  expect([...new Set(handled)].filter((type) => !HEARD.includes(type))).toEqual([]);
});
