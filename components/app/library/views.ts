import type { ComponentType } from 'preact';
import type { ViewProps } from './view-props';

/** One place of the library page. */
export interface View {
  /** In the address: `library.html#view=<name>`; its label is `library.views.<name>`. */
  name: ViewName;
  /** The navigation lists views of one group together. */
  group: 'library' | 'care';
  /** Whether the paper that is chosen shows beside the view. */
  hasDetail: boolean;
  load: () => Promise<ComponentType<ViewProps>>;
}

export type ViewName =
  | 'papers'
  | 'topics'
  | 'map'
  | 'weeks'
  | 'tags'
  | 'duplicates'
  | 'transfer'
  | 'zotero'
  | 'trash'
  | 'backups';

/** All views, in the order of the navigation: a new one is one line here and its name above. */
export const VIEWS: readonly View[] = [
  {
    name: 'papers',
    group: 'library',
    hasDetail: true,
    load: async () => (await import('@/components/app/papers/papers')).Papers,
  },
  {
    name: 'topics',
    group: 'library',
    hasDetail: true,
    load: async () => (await import('@/components/app/topics/topics-view')).TopicsView,
  },
  {
    name: 'map',
    group: 'library',
    hasDetail: true,
    load: async () => (await import('@/components/app/topics/map-view')).MapView,
  },
  {
    name: 'weeks',
    group: 'library',
    hasDetail: false,
    load: async () => (await import('@/components/app/topics/weeks-view')).WeeksView,
  },
  {
    name: 'tags',
    group: 'library',
    hasDetail: false,
    load: async () => (await import('@/components/app/papers/tags-view')).TagsView,
  },
  {
    name: 'duplicates',
    group: 'library',
    hasDetail: true,
    load: async () => (await import('@/components/app/papers/duplicates')).Duplicates,
  },
  {
    name: 'transfer',
    group: 'care',
    hasDetail: false,
    load: async () => (await import('@/components/app/transfer/transfer')).Transfer,
  },
  {
    name: 'zotero',
    group: 'care',
    hasDetail: false,
    load: async () => (await import('@/components/app/zotero/zotero')).Zotero,
  },
  {
    name: 'trash',
    group: 'care',
    hasDetail: false,
    load: async () => (await import('@/components/app/care/trash')).Trash,
  },
  {
    name: 'backups',
    group: 'care',
    hasDetail: false,
    load: async () => (await import('@/components/app/care/backups')).Backups,
  },
];
