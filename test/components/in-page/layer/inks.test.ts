import { expect, test } from 'vitest';
import { inksOf, withInks } from '@/components/in-page/layer/inks';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../../../components/in-page');
const read = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');

test('no style of the layer asks for a custom property, which a page could register', () => {
  const inks = inksOf(read('layer/look.css'));
  expect(inks.get('soft')).toBe('light-dark(#5a606b, #a0a7b3)');
  const sheets = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  expect(sheets).toContain('marks/row.css');
  for (const file of sheets) expect(withInks(read(file), inks), file).not.toMatch(/var\(|--[a-z]/);
});

test('an ink is found in a sheet that the build made small', () => {
  const look = ':host,:root{--ink:light-dark(#111,#eee)!important;--line:#ccc!important}';
  expect(withInks('a{color:var(--ink);border:1px solid var(--line)}', inksOf(look))).toBe(
    'a{color:light-dark(#111,#eee);border:1px solid #ccc}',
  );
});
