import type { Entry } from '@/domain/entry';
import { entryOf } from '@/sites/read/entry';
import { placeOf } from './model';
import type { Reading } from './reading';

/** The entry that a reading of the page's blocks makes; `undefined` without a title. */
export function entryFrom(reading: Reading): Entry | undefined {
  const { title, abstract, authors, ids, links, date, stated } = reading;
  const place = abstract.flatMap(placeOf);
  return entryOf({
    title: placeOf(title.span),
    abstract: place,
    abstractText: place.length === 0 ? stated?.abstract : undefined,
    authors: authors.length > 0 ? authors : (stated?.authors ?? []),
    ids: { ...stated?.ids, ...ids },
    links: links.length > 0 ? links : [stated?.url || undefined],
    date: date || stated?.date || undefined,
    printed: stated?.printed ?? {},
    hidden: title.span.block.frame.isClosed,
    root: reading.record.box?.element ?? null,
  });
}
