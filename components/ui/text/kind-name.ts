import type { Kind } from '@/domain/settings';

/** The word that names a kind of entry in the messages, whose names have no hyphens. */
export const kindName = (
  kind: Kind,
): 'muted' | 'dismissed' | 'seen' | 'replacement' | 'crossList' =>
  kind === 'cross-list' ? 'crossList' : kind;
