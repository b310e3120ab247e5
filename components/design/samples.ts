import type { ListedEntry } from '@/components/in-page/listed-entry';
import { type PaperState, unknownState } from '@/domain/paper/paper';

/** A made-up entry, in a state. */
export const sample = (title: string, state: Partial<PaperState> = {}): ListedEntry => ({
  index: 0,
  state: { ...unknownState(['title:a sample']), ...state },
  entry: {
    title,
    abstract: '',
    authors: ['Ann Author'],
    ids: {},
    links: ['https://sample.example/paper'],
    titlePlace: [],
    abstractPlace: [],
    identity: { ids: {}, title, opening: '' },
    listing: { site: 'digest', url: 'https://sample.example/', title: 'Samples', at: 0 },
  },
});

const TAGS: PaperState['tags'] = Array.from({ length: 8 }, (_, colour) => ({
  id: `tag-${colour}`,
  name: `tag ${colour + 1}`,
  colour,
}));
const NOTE = { text: 'Compare with **our baseline** before Friday, and ask Bo.', revision: '1' };
const HIGHLIGHT: PaperState['highlights'][number] = {
  id: 'h',
  field: 'title',
  quote: { exact: 'tides', prefix: '', suffix: '' },
  position: { start: 0, end: 5 },
  colour: 'amber',
  comment: '',
  source: 'https://sample.example/',
  createdAt: 0,
};

/** Every state of an entry, by its name. */
export const ENTRIES: Record<string, ListedEntry> = {
  new: sample('New'),
  seen: sample('Seen before', { sighting: { site: 'arxiv', firstAt: 1, lastAt: 1, count: 1 } }),
  saved: sample('Saved', { status: 'saved' }),
  read: sample('Read', { status: 'read' }),
  dismissed: sample('Dismissed', { status: 'dismissed' }),
  noted: sample('With a note', { note: NOTE }),
  tagged: sample('With tags', { tags: TAGS }),
  highlighted: sample('With a highlight', { highlights: [HIGHLIGHT] }),
  everything: sample('Saved, with everything', {
    status: 'saved',
    note: NOTE,
    tags: TAGS.slice(0, 3),
    highlights: [HIGHLIGHT],
  }),
};
