/** An ink as `look.css` defines it. The build reads this file too (`wxt.config.ts`), which knows no aliases. */
const INK = /--([\w-]+)\s*:\s*([^;{}]*?)\s*!important\s*;?/g;
const USE = /var\(\s*--([\w-]+)\s*\)/g;

export type Inks = ReadonlyMap<string, string>;

/** The inks that a style sheet defines, by name. */
export const inksOf = (css: string): Inks =>
  new Map([...css.matchAll(INK)].map(([, name = '', value = '']) => [name, value]));

/**
 * A style sheet with each ink as the colour itself. A page can register a custom property of our name
 * (https://drafts.css-houdini.org/css-properties-values-api/#the-registerproperty-function), which holds in closed
 * roots too: one that is transparent at first and not inherited would hide controls that still take clicks.
 */
export const withInks = (css: string, inks: Inks): string =>
  css.replace(INK, '').replace(USE, (use, name: string) => inks.get(name) ?? use);
