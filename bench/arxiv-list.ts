const SUBJECTS = [
  'sparse attention',
  'lattice codes',
  'dust rings',
  'graph colouring',
  'soft robots',
];
const RESULTS = ['bounds', 'a survey', 'an open benchmark', 'a counterexample', 'faster training'];
const NAMES = ['Ann Author', 'Bo Builder', 'Cy Coder', 'Dee Drafter', 'Eli Editor'];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

function entry(index: number): string {
  const id = `24${String((index % 12) + 1).padStart(2, '0')}.${String(index + 1).padStart(5, '0')}`;
  const title = `On ${pick(SUBJECTS, index)} and ${pick(SUBJECTS, index * 3 + 1)}, part ${index + 1}: ${pick(RESULTS, index)}`;
  const authors = [0, 1, 2]
    .map((offset) => `<a href="/search/?query=author">${pick(NAMES, index + offset)}</a>`)
    .join(', ');
  return `<dt><a name="item${index + 1}">[${index + 1}]</a>
<a href ="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a>
[<a href="/pdf/${id}" title="Download PDF">pdf</a>, <a href="/format/${id}" title="Other formats">other</a>]</dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span>
 ${title}</div><div class="list-authors">${authors}</div>
<div class="list-subjects"><span class="descriptor">Subjects:</span> <span class="primary-subject">Measurements (me.AS)</span></div>
<p class="mathjax">We consider ${pick(SUBJECTS, index)} where it meets ${pick(SUBJECTS, index * 3 + 1)}, and obtain ${pick(RESULTS, index)}.
The method needs no tuning, and number ${index + 1} of the series closes a gap that the one before had left.</p></div></dd>`;
}

/**
 * An arXiv list of new submissions in the site's markup, with invented papers. Its own last script lays
 * the page out and leaves a time stamp, so that what comes after is the extension's doing.
 */
export function arxivList(count: number): string {
  const entries = Array.from({ length: count }, (_, index) => entry(index)).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Measurements</title>
<style>body{font:16px/1.4 sans-serif;margin:0 48px}dd{margin:0 0 16px 40px}</style></head>
<body><div id="content"><div id="dlpage"><h1>Measurements</h1>
<dl id="articles"><h3>New submissions (showing ${count} of ${count} entries)</h3>
${entries}</dl></div></div>
<script>document.body.offsetHeight; console.timeStamp('${MARKER}');</script></body></html>`;
}

/** The time stamp after which nothing on the page is the page's own work. */
export const MARKER = 'the page is done';
