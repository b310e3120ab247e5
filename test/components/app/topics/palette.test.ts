import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HUES } from '@/domain/topics/types';

type Colour = readonly [number, number, number];

/** How eyes without one kind of cones see linear light (G. M. Machado, M. M. Oliveira and L. A. Fernandes, 2009). */
const EYES: Record<string, number[]> = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

const times = (matrix: readonly number[], [a, b, c]: Colour): Colour => {
  const row = (at: number): number =>
    (matrix[at] ?? 0) * a + (matrix[at + 1] ?? 0) * b + (matrix[at + 2] ?? 0) * c;
  return [row(0), row(3), row(6)];
};
const linear = (hex: string): Colour => {
  const of = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [of(1), of(3), of(5)];
};
/** https://bottosson.github.io/posts/oklab/ */
function oklab(light: Colour): Colour {
  const lms = times(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566,
      0.0883024619, 0.2817188376, 0.6299787005,
    ],
    light.map((value) => Math.max(0, Math.min(1, value))) as unknown as Colour,
  ).map(Math.cbrt) as unknown as Colour;
  return times(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099,
      0.0259040371, 0.7827717662, -0.808675766,
    ],
    lms,
  );
}
const luminance = ([r, g, b]: Colour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

const css = readFileSync(
  path.resolve(import.meta.dirname, '../../../../components/app/topics/palette.css'),
  'utf8',
);
const [light = '', dark = ''] = css.split('@media');
const huesOf = (part: string): Colour[] =>
  [...part.matchAll(/--topic-\d+: (#[\da-f]{6})/g)].map(([, hex = '']) => linear(hex));

describe.each([
  ['light', huesOf(light), '#ffffff'],
  ['dark', huesOf(dark), '#17191d'],
] as const)('the hues of topics, %s', (_, hues, ground) => {
  test('are twelve, and each stands out from the ground', () => {
    expect(hues).toHaveLength(HUES);
    const below = luminance(linear(ground));
    for (const hue of hues) {
      const [darker = 0, lighter = 0] = [luminance(hue), below].toSorted((a, b) => a - b);
      expect((lighter + 0.05) / (darker + 0.05)).toBeGreaterThanOrEqual(2.95);
    }
  });

  test.each(Object.entries(EYES))('are told apart by eyes with %s', (__, matrix) => {
    const seen = hues.map((hue) => oklab(times(matrix, hue)));
    for (const [at, [a, b, c]] of seen.entries())
      for (const [x, y, z] of seen.slice(0, at))
        expect(Math.hypot(a - x, b - y, c - z)).toBeGreaterThan(0.075);
  });
});
