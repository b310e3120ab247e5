/** Name of the element that everything of ours is in. */
export const LAYER = 'gloss-layer';
