import * as z from 'zod/mini';
import type { Stated } from '@/domain/paper/facts';
import type { PaperKey } from '@/domain/paper/paper';

/** What a service says of a paper. */
export interface ServiceAnswer {
  /** The key that was asked for. */
  key: PaperKey;
  title: string;
  authors: string[];
  abstract: string;
  /** Title, abstract and names are markup: JATS, references to characters. */
  isMarkup: boolean;
  facts: Stated;
  /** Its other ids by scheme, as far as the service tells them. */
  ids: Record<string, string | undefined>;
}

/** A service that tells papers by their ids. */
export interface Service {
  /** The source of the facts that it states (`domain/paper/facts.ts`). */
  id: 'arxiv' | 'crossref' | 'semantic-scholar';
  /** Where it answers: the one origin that is asked, and that the browser must allow. */
  origin: string;
  /** Ids of one request. */
  most: number;
  /** Between two requests, milliseconds. */
  pause: number;
  /** The key of a paper that it can be asked by; `undefined` where it knows none of them. */
  keyOf: (keys: readonly PaperKey[]) => PaperKey | undefined;
  /** The path under the origin, and the body of a `POST`. */
  request: (keys: readonly PaperKey[]) => { path: string; body?: unknown };
  /** Reads an answer to a request; throws where it is none. */
  read: (text: string, keys: readonly PaperKey[]) => ServiceAnswer[];
}

/** The value of a key: `2401.00001` of `arxiv:2401.00001`. */
export const valueOf = (key: PaperKey): string => key.slice(key.indexOf(':') + 1);

/** The first key of a scheme. */
export const keyOfScheme = (keys: readonly PaperKey[], scheme: string): PaperKey | undefined =>
  keys.find((key) => key.startsWith(`${scheme}:`));

/** A shape that takes a value in place of what is not as documented: one odd field of a paper spoils none of the others. */
export const lenient = z.catch;
