import {
  escape,
  abs,
  doi,
  by,
  surnameFirst,
  page,
  furnished,
  each,
  html,
  text,
  wrap,
  type Shape,
} from './shape';
import type { MadePaper } from './papers';

const NEWSLETTERS: Shape[] = [
  html('newsletter in nested tables', true, (papers) =>
    page(
      `<table width="100%"><tr><td align="center"><table width="600"><tr><td><table><tr><td style="font-size:11px">View this email in your browser</td></tr></table></td></tr>
      <tr><td><h1>Research Weekly #214</h1><p>Good morning! Here is what we read this week.</p></td></tr>
      ${each(
        papers,
        (paper) =>
          `<tr><td><table width="100%"><tbody><tr><td style="padding:9px"><span style="font-size:18px;font-weight:bold"><a href="${abs(paper)}">${escape(paper.title)}</a></span><br><span style="color:#666">${by(paper)}</span></td></tr><tr><td style="padding:0 9px"><div>${escape(paper.abstract)}</div></td></tr></tbody></table></td></tr>`,
      )}
      <tr><td><table><tr><td>You are receiving this because you signed up. <a href="/u">Unsubscribe</a></td></tr></table></td></tr></table></td></tr></table>`,
    ),
  ),
  html('newsletter without links or authors', false, (papers) =>
    page(
      `<div><div>Paper digest</div>${each(papers, ({ title, abstract }) => `<div style="margin:0 0 24px"><p style="font-weight:700">${escape(title)}</p><p>${escape(abstract)}</p></div>`)}<div>Unsubscribe</div></div>`,
    ),
  ),
  html('post with headings, blurbs and a link line', true, (papers) =>
    page(
      `<article><h1>What we read in May</h1><p>By Nobody, 12 minutes ago</p>${each(papers, (paper) => `<h3><strong>${escape(paper.title)}</strong></h3><p>${escape(paper.abstract)}</p><p><a href="${abs(paper)}">Paper</a> | <a href="https://github.com/nobody/code${paper.arxiv}">Code</a></p>`)}<p>Thanks for reading! Subscribe for free.</p></article>`,
    ),
  ),
  html('short items with a reading time', true, (papers) =>
    page(
      `<div class="text-block"><h2>Research</h2>${each(papers, (paper) => `<div><span><a href="${abs(paper)}?utm_source=mail"><span><strong>${escape(paper.title)} (3 minute read)</strong></span></a><br><br><span>${escape(paper.abstract)}</span></span></div>`)}</div>`,
    ),
  ),
  html('bold lead and summary in one paragraph', true, (papers) =>
    furnished(
      each(
        papers,
        (paper, index) =>
          `<p>${index + 1}) <b>${escape(paper.title)}</b> - ${escape(paper.abstract)} (<a href="${abs(paper)}">paper</a>)</p>`,
      ),
    ),
  ),
];

const ACCEPTED: Shape[] = [
  html('list items, title and authors apart by a break', false, (papers) =>
    furnished(
      `<h1>Accepted papers</h1><ul>${each(papers, (paper) => `<li><b>${escape(paper.title)}</b><br>${by(paper)}</li>`)}</ul>`,
    ),
  ),
  html('list items, authors in italics behind the title', false, (papers) =>
    furnished(
      `<h2>Accepted Papers</h2><ol>${each(papers, (paper) => `<li>${escape(paper.title)}. <em>${by(paper)}</em></li>`)}</ol>`,
    ),
  ),
  html('table of id, title, authors', false, (papers) =>
    furnished(
      `<table><thead><tr><th>#</th><th>Title</th><th>Authors</th></tr></thead><tbody>${each(papers, (paper, index) => `<tr><td>${index + 101}</td><td>${escape(paper.title)}</td><td>${by(paper)}</td></tr>`)}</tbody></table>`,
    ),
  ),
  html('definition list', false, (papers) =>
    furnished(
      `<dl>${each(papers, (paper) => `<dt>${escape(paper.title)}</dt><dd>${by(paper)}</dd>`)}</dl>`,
    ),
  ),
  html('paragraphs without classes', false, (papers) =>
    page(each(papers, (paper) => `<p><b>${escape(paper.title)}</b><br>${by(paper)}</p>`)),
  ),
  html('authors with affiliations', false, (papers) =>
    furnished(
      each(
        papers,
        (paper) =>
          `<p class="paper"><strong>${escape(paper.title)}</strong><br/>${paper.authors.map((author) => `${author} (University of Nowhere)`).join('; ')}</p>`,
      ),
    ),
  ),
  html('headings with abstracts that fold', false, (papers) =>
    furnished(
      each(
        papers,
        (paper) =>
          `<div class="card"><h4>${escape(paper.title)}</h4><p class="who">${by(paper)}</p><details><summary>Abstract</summary><p>${escape(paper.abstract)}</p></details></div>`,
      ),
    ),
  ),
  html('cards with labels and controls', true, (papers) =>
    furnished(
      `<div class="grid">${each(papers, (paper) => `<div class="card"><div class="badge">Oral</div><div class="body"><a class="t" href="/paper/${paper.arxiv}">${escape(paper.title)}</a><div>${by(paper)}</div><div>${escape(paper.abstract)}</div></div><div class="foot"><a href="${abs(paper)}">PDF</a><a href="#bib">BibTeX</a><button>Save</button></div></div>`)}</div>`,
    ),
  ),
  html('programme with times and rooms', false, (papers) =>
    furnished(
      `<h2>Monday</h2><table><tr><td>09:00</td><td>Opening</td></tr>${each(papers, (paper, index) => `<tr><td>${9 + Math.floor(index / 2)}:${index % 2 ? '30' : '00'} – Room A</td><td><b>${escape(paper.title)}</b><br><i>${by(paper)}</i></td></tr>`)}<tr><td>12:30</td><td>Lunch</td></tr></table>`,
    ),
  ),
  html('talks within sessions', false, (papers) => {
    const half = Math.ceil(papers.length / 2);
    const session = (number: number, some: readonly MadePaper[]): string =>
      `<h3>Session ${number}</h3><p>Chair: Ida Chairwell (Nowhere Institute)</p><ul>${each(some, (paper) => `<li><span class="title">${escape(paper.title)}</span><div>${by(paper)}</div></li>`)}</ul><p>Coffee break</p>`;
    return furnished(session(1, papers.slice(0, half)) + session(2, papers.slice(half)));
  }),
];

const PERSONAL: Shape[] = [
  html('citations with quoted titles', false, (papers) =>
    furnished(
      `<h2>Publications</h2><ul>${each(papers, (paper) => `<li>${by(paper)}, “${escape(paper.title)},” in <i>${paper.venue}</i>, ${paper.year}. <a href="/p/${paper.arxiv}.pdf">[PDF]</a></li>`)}</ul>`,
    ),
  ),
  html('citations with the year behind the authors', false, (papers) =>
    furnished(
      `<h2>Publications</h2>${each(papers, (paper) => `<p>${surnameFirst(paper)} (${paper.year}). ${escape(paper.title)}. <em>${paper.venue}</em>, 12(3), 45–67.</p>`)}`,
    ),
  ),
  html('title, authors, venue on lines of their own', true, (papers) =>
    furnished(
      each(
        papers,
        (paper) =>
          `<div class="pub"><div class="thumb"><img src="x.png" alt=""></div><div><a href="/project/${paper.arxiv}"><papertitle>${escape(paper.title)}</papertitle></a><br>${by(paper)}<br><em>${paper.venue}</em>, ${paper.year}<br><a href="/project">project page</a> / <a href="${abs(paper)}">arXiv</a> / <a href="/b.txt">bibtex</a></div></div>`,
      ),
    ),
  ),
  html('bibliography items with buttons', true, (papers) =>
    furnished(
      `<ol class="bibliography">${each(papers, (paper) => `<li><div class="row"><div class="col abbr"><abbr class="badge">TALK</abbr></div><div id="k${paper.arxiv}" class="col"><div class="title">${escape(paper.title)}</div><div class="author">${by(paper)}</div><div class="periodical"><em>In ${paper.venue}</em>, ${paper.year}</div><div class="links"><a class="btn">Abs</a><a href="${doi(paper)}" class="btn">DOI</a><a href="/a.pdf" class="btn">PDF</a></div><div class="abstract hidden"><p>${escape(paper.abstract)}</p></div></div></div></li>`)}</ol>`,
    ),
  ),
  html('theses with supervisors', false, (papers) =>
    furnished(
      `<h1>Theses</h1><table>${each(papers, (paper) => `<tr><td>${paper.year}</td><td>${paper.authors[0]}</td><td>${escape(paper.title)}</td><td>PhD thesis, Nowhere University</td><td><a href="/t/${paper.arxiv}.pdf">pdf</a></td></tr>`)}</table>`,
    ),
  ),
];

const LINKS: Shape[] = [
  html('list of links', true, (papers) =>
    furnished(
      `<ul>${each(papers, (paper) => `<li><a href="${abs(paper)}">${escape(paper.title)}</a></li>`)}</ul>`,
    ),
  ),
  html('links with a word about each', true, (papers) =>
    furnished(
      `<ul>${each(papers, (paper) => `<li><a href="${doi(paper)}">${escape(paper.title)}</a> — worth a look, ${paper.year}</li>`)}</ul>`,
    ),
  ),
  html('rendered reading list, link word behind the title', true, (papers) =>
    furnished(
      `<article class="markdown"><h2>Reading</h2><ul>${each(papers, (paper) => `<li><strong>${escape(paper.title)}</strong> <a href="${abs(paper)}">[paper]</a> <a href="https://github.com/nobody/x">[code]</a></li>`)}</ul></article>`,
    ),
  ),
  html('rendered reading list, venue before the title', true, (papers) =>
    furnished(
      `<ul>${each(papers, (paper) => `<li>[ICML ${paper.year}] <a href="${abs(paper)}">${escape(paper.title)}</a> (${paper.authors[0]} et al.)</li>`)}</ul>`,
    ),
  ),
  html('table of a reading list', true, (papers) =>
    furnished(
      `<table><tr><th>Date</th><th>Title</th><th>Authors</th><th>PDF</th></tr>${each(papers, (paper) => `<tr><td>${paper.year}-03-11</td><td><strong>${escape(paper.title)}</strong></td><td>${paper.authors[0]} et al.</td><td><a href="${abs(paper)}">${paper.arxiv}</a></td></tr>`)}</table>`,
    ),
  ),
];

const ALERTS: Shape[] = [
  html('alert of a search engine, links through a redirect', true, (papers) =>
    page(
      `<div>${each(papers, (paper) => `<h3 style="font-weight:normal;margin:0"><span>[PDF]</span> <a href="https://scholar.google.com/scholar_url?url=${encodeURIComponent(abs(paper))}&amp;hl=en">${escape(paper.title)}</a></h3><div style="color:#006621">${by(paper)} - arXiv preprint arXiv:${paper.arxiv}, ${paper.year}</div><div>${escape(paper.abstract.slice(0, 140))} …</div><div><a href="/s">Save</a> <a href="/t">Twitter</a></div><br>`)}</div><p>This message was sent because you follow new articles. <a href="/x">Cancel alert</a></p>`,
    ),
  ),
  html('alert of a journal', true, (papers) =>
    page(
      `<table><tr><td><b>Table of Contents</b></td></tr>${each(papers, (paper) => `<tr><td><p><a href="${doi(paper)}"><font size="3">${escape(paper.title)}</font></a><br>${by(paper)}<br>Pages: 12-34 | First Published: 3 May ${paper.year}</p></td></tr>`)}</table>`,
    ),
  ),
  html('alert of a medical index', true, (papers) =>
    page(
      each(
        papers,
        (paper, index) =>
          `<div><div>${index + 1}. <a href="https://pubmed.ncbi.nlm.nih.gov/${31_000_000 + index}/">${escape(paper.title)}.</a></div><div>${surnameFirst(paper)}.</div><div>${paper.venue}. ${paper.year} May;12(3):45-67. doi: 10.5555/${paper.arxiv}.</div><div>PMID: ${31_000_000 + index}</div></div>`,
      ),
    ),
  ),
  text(
    'arXiv mail',
    true,
    (papers) =>
      `------------------------------------------------------------------------------\nSend any comments regarding submissions directly to submitter.\n------------------------------------------------------------------------------\n${each(
        papers,
        (paper) =>
          `\\\\\narXiv:${paper.arxiv}\nDate: Thu, 2 Mar ${paper.year} 18:59:12 GMT   (812kb)\n\n${wrap(`Title: ${paper.title}`, 72, '  ')}\n${wrap(`Authors: ${by(paper)}`, 72, '  ')}\nCategories: cs.XX\nComments: 9 pages\n\\\\\n${wrap(`  ${paper.abstract}`)}\n\\\\ ( https://arxiv.org/abs/${paper.arxiv} ,  812kb)\n------------------------------------------------------------------------------`,
      )}\n`,
  ),
];

const PLAIN: Shape[] = [
  text('title and abstract, paragraphs', false, (papers) =>
    each(papers, ({ title, abstract }) => `${title}\n\n${abstract}`, '\n\n'),
  ),
  text('hard-wrapped title and abstract', false, (papers) =>
    each(papers, ({ title, abstract }) => `${wrap(title)}\n\n${wrap(abstract)}`, '\n\n'),
  ),
  text('numbered list with authors', false, (papers) =>
    each(papers, (paper, index) => `${index + 1}. ${paper.title}\n   ${by(paper)}\n`, '\n'),
  ),
  text(
    'Markdown links',
    true,
    (papers) =>
      `# Reading list\n\n## Papers\n\n${each(papers, (paper) => `- [${paper.title}](${abs(paper)}), ${paper.authors[0]} et al., ${paper.year}`)}\n`,
  ),
  text(
    'Markdown with bold titles',
    true,
    (papers) =>
      `# Awesome things\n\n${each(papers, (paper) => `* **${paper.title}**, *${paper.venue} ${paper.year}*. [[paper]](${abs(paper)}) [[code]](https://github.com/nobody/x)`)}\n`,
  ),
  text(
    'Markdown table',
    true,
    (papers) =>
      `|Date|Title|Authors|PDF|\n|---|---|---|---|\n${each(papers, (paper) => `|**${paper.year}-01-02**|**${paper.title}**|${paper.authors[0]} et.al.|[${paper.arxiv}](${abs(paper)})|`)}\n`,
  ),
  text('labelled fields', true, (papers) =>
    each(
      papers,
      (paper) =>
        `Title: ${paper.title}\nAuthors: ${by(paper)}\nAbstract: ${paper.abstract}\nURL: ${abs(paper)}\n`,
    ),
  ),
  text('addresses behind titles', true, (papers) =>
    each(papers, (paper) => `${paper.title}\n${abs(paper)}\n`),
  ),
];

/** Pages as they come: newsletters, conferences, people, link lists, alerts, plain text. */
export const SHAPES: Shape[] = [
  ...NEWSLETTERS,
  ...ACCEPTED,
  ...PERSONAL,
  ...LINKS,
  ...ALERTS,
  ...PLAIN,
];
