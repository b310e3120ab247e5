import type { MadePaper } from './papers';
import type { Shape } from './shape';

const by = ({ authors }: MadePaper): string => authors.join(', ');
const all = (papers: readonly MadePaper[], render: (paper: MadePaper, index: number) => string) =>
  papers.map(render).join('\n');
const time = (index: number): string => `${9 + Math.floor(index / 3)}:${(index % 3) * 2}0`;

const page = (
  name: string,
  body: (papers: readonly MadePaper[]) => string,
  title = 'Page',
): Shape => ({
  name,
  render: (papers) =>
    `<!doctype html><html><head><title>${title}</title></head><body>${body(papers)}</body></html>`,
});
const text = (name: string, render: (papers: readonly MadePaper[]) => string): Shape => ({
  name,
  plain: true,
  render,
});

/** Lists whose markup tells next to nothing: the places of texts, and the words, have to. */
export const BARE: Shape[] = [
  page(
    'programme with time, title and authors in one cell',
    (papers) =>
      `<h1>Program</h1><table>${all(papers, (paper, index) => `<tr><td>${time(index)}&ndash;${time(index + 1)} ${paper.title} (${by(paper)})</td></tr>`)}</table>`,
    'Conference Program',
  ),
  page(
    'lines of title and authors in turn',
    (papers) =>
      `<b>Accepted long papers</b><br><br>${all(papers, (paper) => `${paper.title}<br>${by(paper)}<br>`)}`,
  ),
  page(
    'equal boxes for title and authors',
    (papers) =>
      `<div>${all(papers, (paper) => `<div><div><span>${paper.title}</span></div><div><span>${by(paper)}</span></div></div>`)}</div>`,
    'Proceedings',
  ),
  page(
    'authors in rows of their own',
    (papers) =>
      `<h1>Accepted papers</h1><table>${all(papers, (paper, index) => `<tr><td>${paper.title}</td><td>Paper ${index + 1}</td><td>pdf</td></tr><tr><td colspan="3">${by(paper)}</td></tr>`)}</table>`,
  ),
  page(
    'authors before the title, a colon between',
    (papers) =>
      `<h2>Accepted papers</h2><ul>${all(papers, (paper) => `<li>${by(paper)}: ${paper.title}</li>`)}</ul>`,
  ),
  page(
    'a small line of authors in the heading',
    (papers) => all(papers, (paper) => `<h4>${paper.title} <small>${by(paper)}</small></h4>`),
    'Accepted posters',
  ),
  page(
    'own papers in a box of references',
    (papers) =>
      `<h1>Ida Example</h1><p>I work on rivers.</p><h2>Publications</h2><ol class="references">${all(papers, (paper, index) => `<li>${by(paper)}: <i>${paper.title}</i>. ${paper.venue}, ${paper.year}. <a href="https://doi.org/10.5555/r${index}">doi</a></li>`)}</ol>`,
  ),
  page('points that sum a paper up, and a picture as its link', (papers) =>
    all(
      papers,
      (paper) =>
        `<p><b>${paper.title}</b></p><ul><li>${paper.abstract.split('. ').join('.</li><li>')}</li></ul><p><a href="https://arxiv.org/abs/${paper.arxiv}"><img src="badge.svg"></a></p>`,
    ),
  ),
  text('BibTeX', (papers) =>
    all(
      papers,
      (paper, index) =>
        `@article{key${index},\n  title = {${paper.title}},\n  author = {${paper.authors.join(' and ')}},\n  journal = {${paper.venue}},\n  year = {${paper.year}}\n}\n`,
    ),
  ),
  text(
    'cited by surname and year',
    (papers) =>
      `# Papers I read this year\n\n${all(papers, (paper) => `- ${paper.title} (${paper.authors[0]?.split(' ').at(-1)} et al., ${paper.year})`)}\n`,
  ),
  text(
    'venue first, links by their labels',
    (papers) =>
      `# Awesome rivers\n\n## Papers\n\n${all(papers, (paper, index) => `- (${paper.venue} ${paper.year}) ${paper.title} [[Paper]](https://example.org/${index}) [[Code]](https://github.com/nobody/x${index})`)}\n`,
  ),
  text('underlined titles', (papers) =>
    all(papers, ({ title, abstract }) => `${title}\n${'-'.repeat(title.length)}\n\n${abstract}\n`),
  ),
];
