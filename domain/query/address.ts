import { idsFromLink, idsFromText } from '@/domain/identity/identity-links';
import { arxivId, isStrong, keysOf } from '@/domain/identity/paper-key';
import { readersOf } from '@/domain/identity/addresses/hosts';
import type { PaperKey } from '@/domain/paper/paper';

/** An address without its scheme, as browsers copy it: of a site whose addresses name papers, or of any below `www`. */
const BARE = /^([a-z\d-]+(?:\.[a-z\d-]+)+)\/\S+$/i;
/** What names an id and nothing else. */
const ID =
  /^(?:arxiv|doi|pmid|pmcid|corpusid):\S+$|^(?:info:doi\/|urn:doi:)?10\.\d{4,9}\/\S+$|^PMC\d+$|^\d{4}\.\d{4,5}v\d+$|^[a-z-]+(?:\.[a-z]{2})?\/\d{7}(?:v\d+)?$|^hal-\d{6,9}(?:v\d+)?$/i;

/** An id as sites print it, with what they and people put around it: `arXiv:2001.00001v2 [cs.CL] 2 Jan 2020`, `PMID: 123`, `<https://…>`, `(https://…)`. */
const PRINTED =
  /^([<(“"'[]?)((?:arxiv|doi|pmid|pmcid)\s*:?\s*\S+?|https?:\/\/\S+?)([>)”"'\]]?)(?:\s+\[[\w.-]+\])?(?:\s+\(?\d{1,2}\s\p{L}{3,9}\.?\s\d{4}\)?)?[.,;]?$/iu;

/** The address that a word is, with the scheme that browsers leave out; empty for any other word. */
function addressOf(word: string): string {
  if (/^https?:\/\//i.test(word)) return word;
  const host = BARE.exec(word)?.[1]?.toLowerCase() ?? '';
  const isSite = host.startsWith('www.') || /\.(?:org|com|net|io|gov|edu|cc|press|dev)$/.test(host);
  return host !== '' && (isSite || readersOf(host).length > 0) ? `https://${word}` : '';
}

/** The key of the paper that a whole text names, where it is a printed line and nothing else. */
export function keyInLine(text: string): PaperKey | undefined {
  const [, open, id, close] = PRINTED.exec(text.trim()) ?? [];
  // A bracket at the end that nothing opened belongs to the address.
  if (open === '' && close !== '') return keyInWord(`${id}${close}`);
  return id === undefined
    ? undefined
    : keyInWord(id.replace(/^(arxiv|doi|pmid|pmcid)\s*:?\s*/i, '$1:'));
}

/** The key of the paper that a pasted address or id names; `undefined` for any other word. */
export function keyInWord(word: string): PaperKey | undefined {
  const link = addressOf(word);
  const arxiv = arxivId(word);
  const ids =
    link !== ''
      ? idsFromLink(link)
      : ID.test(word)
        ? { ...idsFromText(word), ...(arxiv ? { arxiv } : {}) }
        : {};
  return keysOf(ids, '').find(isStrong);
}
