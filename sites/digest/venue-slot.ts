import type { Span } from './model';

/** What leads up to the book or the journal that a paper is in: `In`, and the two strokes of Russian references. */
const BEFORE = /(?:(?:^|[.,;:”"»)\]\n])\s*(?:In|Dans|En|Em)(?:\s+the)?:?|\bin:|\/\/)\s*$/u;
/** The numbers behind a journal's name: `5(2)`, `, 12, 345`, `Vol. 3: 5`, `, 12–34`. A year may follow a title too. */
const BEHIND =
  /^[\s.,]*(?:(?:vol(?:ume)?|bd|band|tome|t|no|nr|n°|№|issue|núm)\b\.?\s*)?(?!(?:19|20)\d\d(?!\d))\d{1,5}\s*(?:\(\s*\d|[–—-]\s*\d|[,:]\s*(?:(?:pp?|S|no|nr|art\p{L}*)\b\.?\s*|\p{L}?)\d)/iu;

/** Characters around a stretch that tell what it is. */
const NEAR = 40;

/** Whether a stretch is where a reference names its book or journal: behind `In`, or before its volume and pages. */
export function isVenueSlot({ block: { raw }, start, end }: Span): boolean {
  return (
    BEFORE.test(raw.slice(Math.max(0, start - NEAR), start)) ||
    BEHIND.test(raw.slice(end, end + NEAR))
  );
}
