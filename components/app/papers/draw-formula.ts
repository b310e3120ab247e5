import temml from 'temml';

/**
 * Draws a formula as MathML into an element; TeX without its dollar signs. Throws where it can't be read. Nothing in it
 * may link, load or style (`trust`), and macros expand only so far: papers are other people's text.
 */
export const drawFormula = (tex: string, into: HTMLElement): void =>
  temml.render(tex, into, {
    throwOnError: true,
    trust: false,
    maxSize: [10, 10],
    maxExpand: 100,
    // Breaks after signs of relation, so that a narrow window cuts nothing off.
    wrap: 'tex',
  });
