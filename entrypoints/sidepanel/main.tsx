import { mountLibrary } from '@/entrypoints/library/mount';

// The same page: its narrow layout fits the panel.
mountLibrary(document.body);
