/** Parts of the layer, the lowest first; the classes that the style sheet knows them by. */
const REGIONS = [
  'marks',
  'focus-region',
  'chips',
  'dock-region',
  'selection-region',
  'floating',
  'shortfall-region',
  'frame-region',
] as const;
export type Region = (typeof REGIONS)[number];

/** Regions that every page with entries has. The styles of the others come with the first of them. */
const FIRST: ReadonlySet<Region> = new Set(['marks', 'dock-region']);

/** The parts of a layer. */
export interface Regions {
  /** A part of the layer, above those that `REGIONS` names before it; made when it is asked for first. */
  get: (name: Region, language: string) => HTMLElement;
  all: () => Iterable<HTMLElement>;
}

/** Goes on with the parts that the root has; `beyond` is called before the first region is made that few pages have. */
export function createRegions(root: ShadowRoot, beyond: () => void): Regions {
  const regions = new Map<Region, HTMLElement>();
  for (const child of root.children)
    for (const name of FIRST)
      if (child instanceof HTMLElement && child.className === name) regions.set(name, child);
  const shown = (name: Region): HTMLElement | undefined => {
    const region = regions.get(name);
    return region?.parentNode === root ? region : undefined;
  };
  let isBeyond = false;
  return {
    get: (name, language) => {
      const known = shown(name);
      if (known) return known;
      if (!isBeyond && !FIRST.has(name)) {
        isBeyond = true;
        beyond();
      }
      const region = document.createElement('div');
      region.className = name;
      region.lang = language;
      const above = REGIONS.slice(REGIONS.indexOf(name) + 1);
      root.insertBefore(region, above.flatMap((other) => shown(other) ?? [])[0] ?? null);
      regions.set(name, region);
      return region;
    },
    all: () => regions.values(),
  };
}
