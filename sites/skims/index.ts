import type { Skim } from '@/sites/site';
import { arxivSkim } from './arxiv';
import { huggingFaceSkim } from './hugging-face';
import { papersCoolSkim } from './papers-cool';

/** The readers of the first stage; each is in a script of its own (`entrypoints/first-SITE.ts`). */
export const skims: readonly Skim[] = [arxivSkim, huggingFaceSkim, papersCoolSkim];
