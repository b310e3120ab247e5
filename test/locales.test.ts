import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '..');

/** The texts of a language, by their keys; the forms of a plural are one text. */
function textsOf(language: string): Map<string, unknown> {
  const texts = new Map<string, unknown>();
  const walk = (value: unknown, key: string): void => {
    const isGroup = typeof value === 'object' && value !== null;
    if (!isGroup || 'n' in value) texts.set(key, value);
    else
      for (const [name, inner] of Object.entries(value)) walk(inner, key ? `${key}.${name}` : name);
  };
  walk(parse(readFileSync(path.join(ROOT, 'locales', `${language}.yml`), 'utf8')), '');
  return texts;
}

/** All quoted text in the code that shows something: keys, or keys with a part that is filled in. */
function quoted(): RegExp[] {
  const files = ['components', 'entrypoints'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(path.join(ROOT, folder, name), 'utf8')),
  );
  const found = files.flatMap((code) => [
    ...[...code.matchAll(/'([\w.]+)'/g)].map(([, text = '']) => text),
    ...[...code.matchAll(/`((?:\w|\.|\$\{[^{}`]*\})+)`/g)].map(([, text = '']) => text),
  ]);
  return [...new Set(found)]
    .filter((text) => text.includes('.'))
    .map((text) => {
      const parts = text.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
      return new RegExp(`^${parts.join('\\w+')}$`);
    });
}

it('every English text is shown somewhere', () => {
  const uses = quoted();
  const manifest = readFileSync(path.join(ROOT, 'wxt.config.ts'), 'utf8');
  const isUsed = (key: string): boolean =>
    manifest.includes(`__MSG_${key.replaceAll('.', '_')}__`) || uses.some((use) => use.test(key));
  expect([...textsOf('en').keys()].filter((key) => !isUsed(key))).toEqual([]);
});

/** What is filled into a text: `$1`, in all of its forms together. */
const filledIn = (text: unknown): string[] =>
  [...new Set(JSON.stringify(text).match(/\$\d/g))].toSorted();

const formsOf = (text: unknown): string =>
  typeof text === 'object' && text !== null ? Object.keys(text).join() : 'one';

describe.each(['de', 'zh_CN'])('%s', (language) => {
  const english = textsOf('en');
  const texts = textsOf(language);

  it('has each English text, and no other', () => {
    expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it('fills in what English fills in, in as many forms', () => {
    const shape = (of: Map<string, unknown>) =>
      Object.fromEntries([...of].map(([key, text]) => [key, [formsOf(text), ...filledIn(text)]]));
    expect(shape(texts)).toEqual(shape(english));
  });

  it('says nothing loudly, and nothing in English by oversight', () => {
    const flat = [...texts].flatMap(([key, text]) =>
      Object.values(typeof text === 'object' && text !== null ? text : { text }).map(
        (form) => [key, String(form)] as const,
      ),
    );
    expect(flat.filter(([, form]) => /[!！]/.test(form))).toEqual([]);
    // A sentence of several words that reads as the English one was forgotten; names are short.
    const same = flat.filter(
      ([key, form]) => form === english.get(key) && /^[A-Z][a-z]+( [a-z]+){2,}/.test(form),
    );
    expect(same).toEqual([]);
  });
});
