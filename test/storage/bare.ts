import type { PaperDocument } from '@/domain/export/schema';

/** A paper, as files hold it, of which nothing but an id and a title is known. */
export const bareDocument = (id: string, title: string): PaperDocument => ({
  id,
  aliases: [],
  keys: [id],
  title,
  authors: [],
  abstract: '',
  links: [],
  listings: [],
  status: null,
  savedAt: null,
  tags: [],
  note: { text: '', heads: [], seen: {} },
  highlights: [],
  createdAt: 1,
  updatedAt: 1,
  stamps: {},
});
