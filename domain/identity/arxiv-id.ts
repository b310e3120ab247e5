/** New style `2406.14598` (4 or 5 digits, https://info.arxiv.org/help/arxiv_identifier.html), old style `cs/0112017`, `math.AG/0601001`. */
const ARXIV =
  /^(?:arxiv\s*:\s*)?(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?\/\d{7})(v\d+)?$/i;

/** Ids as arXiv writes them since 2007; of thousands on a page all are. */
const ARXIV_NOW = /^(?:arXiv:)?(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?$/;

/** An arXiv id without its version, or `undefined`. The subject class of old ids (`math.AG/…`) is dropped: arXiv treats both as one. */
export function arxivId(text: string): string | undefined {
  const now = ARXIV_NOW.exec(text);
  if (now) return now[1];
  const match = ARXIV.exec(text.trim());
  return match?.[1]?.toLowerCase().replace(/\.[a-z]{2}\//, '/');
}
