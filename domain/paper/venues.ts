import { between, pattern } from '@/domain/text/phrases';

/** Where preprints, data and theses are found, by the beginning of their names; also in brackets, and as addresses. */
const ARCHIVE = pattern(
  'i',
  between(
    String.raw`^[\s([{<"']*(?:https?://)?(?:www\.)?(?:the )?`,
    String.raw`
    [a-z]*r ?xiv, (?:computing|astronomy).*arxiv, chinaxiv, jxiv, vixra, corr\b, ssrn, social science research network,
    pre-?print, (?:iacr |cryptol(?:ogy|\.) )+e-?print, e-?prints?\b, electron(?:ic|\.) colloquium (?:on )?comput, eccc\b,
    research ?square, authorea, osf\b, open science framework, (?:cambridge )?open engage, ess open archive,
    zenodo, fig ?share, hal\b, hal-\w, dryad\b, mendeley data, software heritage, nature precedings, qeios, mpra\b,
    repec\b, munich personal repec, philsci-?archive, research ?gate, open ?review(?:\.net)?\b, semantic scholar,
    google scholar, pubmed\b, europe pmc, dblp\b, academia\.edu, hugging ?face, papers with code, github, gitlab,
    cornell university - arxiv, computing research repository, doaj\b, dspace\b, apollo \(, escholarship,
    cern document server, openaire, datacite
  `,
    '',
  ),
  // `JMIR Preprints`, `OSF Preprints`, `Copernicus preprint 12`.
  String.raw`^[\w .'-]{0,60}\bpre-?prints?(?: server| archive)?[\s\d.)]*$`,
);

/** Nothing but an address, a host, a DOI, or a category of arXiv. */
const ADDRESS = pattern(
  'i',
  String.raw`^[\s([{<"']*(?:https?://|www\.|(?:doi:?\s*)?10\.\d{4,9}/)[^\s)\]}>"']+[\s)\]}>"'.,;]*$`,
  String.raw`^(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|io|ai|dev|info|science)$`,
  String.raw`^(?:cs|math|stat|eess|econ|q-bio|q-fin|physics|cond-mat|astro-ph|nlin)\.[a-z-]{2,}$`,
);

/** Venues that a paper was sent to and has not appeared at, papers that appear nowhere, and words for no venue. */
const UNSETTLED = pattern(
  'i',
  between(
    String.raw`\b`,
    String.raw`
    submi(?:tted|ssion), under (?:review|consideration), in (?:preparation|progress|press), withdrawn, reject(?:ed)?, desk,
    retracted, unpublished, manuscript, draft, mimeo, working papers?, discussion papers?, technical reports?,
    tech\.? rep(?:ort)?s?, white ?papers?, ph\.?d, thesis(?! eleven), theses, dissertations?, habilitation,
    blog, arr \d{4}
  `,
    String.raw`\b`,
  ),
  String.raw`^(?:[\W\d]*|research report.*)$`,
  // A publisher alone, a place of talks and posts, and bits of a reference.
  String.raw`^(?:springer(?: nature)?|elsevier(?: bv)?|wiley|ieee|acm|mdpi(?: ag)?|(?:cambridge|oxford) university press|youtube|lesswrong|wikipedia|(?:vol|pp?|no)\.?\s*[\d–-]+|n\.\s?a\.)$`,
  String.raw`^(?:accepted|unknown|undecided|misc|other|various|internet|online|computer science|n/?a|none|null|nan)\.?$`,
);

/** Whether a venue is the archive that lists a preprint: where it is found, not where it appeared. */
export const isArchive = (venue: string): boolean => ARCHIVE.test(venue);

/** The venue that a text names; `undefined` where it says only where the paper is found: its archive, an address, a DOI. */
export const venueIn = (text: string): string | undefined =>
  isArchive(text) || ADDRESS.test(text) ? undefined : text;

/** Whether a text names a venue at which a paper has appeared, whole: no archive, no submission, no thesis, no cut name. */
export const isVenue = (text: string): boolean =>
  venueIn(text) !== undefined && !UNSETTLED.test(text) && !/…|\.\.\.$/.test(text);
