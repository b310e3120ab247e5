import { idsFromLink, idsFromText } from '@/domain/identity/identity-links';
import { arxivId, isStrong, keysOf } from '@/domain/identity/paper-key';
import type { PaperKey } from '@/domain/paper/paper';

/** An address without its scheme, as browsers copy it. */
const BARE = /^(?:www\.|[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:org|com|net|io|gov|edu|cc|press|dev)\/)\S+$/i;
/** What names an id and nothing else. */
const ID =
  /^(?:arxiv|doi|pmid|pmcid|corpusid):\S+$|^10\.\d{4,9}\/\S+$|^PMC\d+$|^\d{4}\.\d{4,5}v\d+$/i;

/** An id as sites print it, with what they put around it: `arXiv:2001.00001v2 [cs.CL] 2 Jan 2020`, `PMID: 123`, `<https://…>`. */
const PRINTED =
  /^<?((?:arxiv|doi|pmid|pmcid)\s*:?\s*\S+?|https?:\/\/\S+?)>?(?:\s+\[[\w.-]+\])?(?:\s+\(?\d{1,2}\s\p{L}{3,9}\.?\s\d{4}\)?)?[.,;]?$/iu;

/** The key of the paper that a whole text names, where it is a printed line and nothing else. */
export function keyInLine(text: string): PaperKey | undefined {
  const id = PRINTED.exec(text.trim())?.[1];
  return id === undefined
    ? undefined
    : keyInWord(id.replace(/^(arxiv|doi|pmid|pmcid)\s*:?\s*/i, '$1:'));
}

/** The key of the paper that a pasted address or id names; `undefined` for any other word. */
export function keyInWord(word: string): PaperKey | undefined {
  const link = /^https?:\/\//i.test(word) ? word : BARE.test(word) ? `https://${word}` : '';
  const arxiv = arxivId(word);
  const ids =
    link !== ''
      ? idsFromLink(link)
      : ID.test(word)
        ? { ...idsFromText(word), ...(arxiv ? { arxiv } : {}) }
        : {};
  return keysOf(ids, '').find(isStrong);
}
