import { expect, test } from 'vitest';
import { found } from './pages';
import { PAPERS } from './papers';

const papers = PAPERS.slice(0, 8);
const titles = papers.map(({ title }) => title);
const page = (body: string, title = 'Page'): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const read = (html: string) => found(html).map(({ title, authors }) => ({ title, authors }));
const full = papers.map(({ title, authors }) => ({ title, authors }));

test('titles alone are papers where the page is there for papers', () => {
  const list = `<ul>${titles.map((title, index) => `<li><a href="/p/${index}"><span>${title}</span> <span class="day">May ${index + 1}</span></a></li>`).join('')}</ul>`;
  expect(found(page(list, 'Publications')).map(({ title }) => title)).toEqual(titles);
  expect(found(page(list)).map(({ title }) => title)).toEqual([]);
});

test('titles alone are papers in a programme whose sessions have chairs', () => {
  const rows = titles.map(
    (title, index) =>
      `${index % 2 === 0 ? `<tr><td>9:00</td><td><b>Session ${index + 1}: Rivers - Session chair: Ada Quill</b></td></tr>` : ''}<tr><td>9:${10 + index}</td><td>${title}</td></tr>`,
  );
  const breaks = '<tr><td>10:30</td><td>Coffee Break</td></tr>';
  const html = page(`<h1>Schedule</h1><table>${rows.join('')}${breaks}</table>`);
  expect(found(html).map(({ title }) => title)).toEqual(titles);
});

test('a second list in another form is read too', () => {
  const talks = papers
    .slice(0, 4)
    .map(({ title, authors }) => `${authors.join(', ')}. ${title}<br>`)
    .join('');
  const posters = papers
    .slice(4)
    .map(({ title, authors }) => `<li>${authors.join(', ')}.<br><em>${title}</em></li>`)
    .join('');
  const html = page(`<h1>Programme</h1><div>${talks}</div><h2>Posters</h2><ul>${posters}</ul>`);
  expect(read(html)).toEqual(full);
});

test('links behind a title are no part of it, in any language', () => {
  const items = papers.map(
    ({ title, authors }) =>
      `<li><b>${title} [<a href="a.pdf">pdf</a>] [<a href="b">présentation</a>]</b><br>${authors.join(', ')}<br><i>Journal of Rivers</i>, 2020</li>`,
  );
  expect(read(page(`<ul>${items.join('')}</ul>`))).toEqual(full);
});

test('a link of surnames and a year behind a title is no part of it', () => {
  const lines = papers.map(
    ({ title, authors, year }, index) =>
      `* ${title}. [${authors[0]?.split(' ').at(-1)} (${year})](https://files.example/${index}.pdf).\n`,
  );
  const entries = found(page(`<pre># Papers\n\n${lines.join('')}</pre>`));
  expect(entries.map(({ title }) => title)).toEqual(titles);
});

test('a badge before the authors, and the chair of a session, are no part of a list', () => {
  const items = papers.map(
    ({ title, authors }) =>
      `<li><strong>${title}</strong> <span class="badge">Online presentation</span> <span>${authors.join(', ')}</span></li>`,
  );
  const html = page(
    `<h1>Accepted papers</h1><h3>Statistical Theory of Rivers (Chair A. Quill)</h3><ol>${items.join('')}</ol>`,
  );
  expect(read(html)).toEqual(full);
});

test('a journal in italics ends a title that no full stop ends, and a year in brackets dates it', () => {
  const items = papers.map(
    ({ title, authors, year }) =>
      `<p>${authors.join(', ')} (${year}). ${title} <em>Rivers and Lakes</em> 7: 1-9</p>`,
  );
  const entries = found(page(`<h1>Publications</h1>${items.join('')}`));
  expect(entries.map(({ title }) => title)).toEqual(titles);
  expect(entries.map(({ date }) => date?.slice(0, 4))).toEqual(
    papers.map(({ year }) => String(year)),
  );
});

test('a quoted title may quote', () => {
  const quoting = papers.map(({ authors }, index) => ({
    title: `A study of “slow” rivers in region ${index + 1} of the northern coast`,
    authors,
  }));
  const items = quoting.map(
    ({ title, authors }) => `<li>${authors.join(', ')}, “${title}”, Journal of Rivers, 2020</li>`,
  );
  expect(read(page(`<h2>Publications</h2><ul>${items.join('')}</ul>`))).toEqual(quoting);
});

test('the editors of a book are no title', () => {
  const items = papers.map(
    ({ title, authors }) =>
      `<li><h3><a href="x.pdf">${title}</a></h3><p>in Ada Quill and Bo Reed (eds.), Proceedings of Rivers 2009, 77-86<br>${authors.join(', ')}</p></li>`,
  );
  expect(read(page(`<h1>Papers</h1><ol>${items.join('')}</ol>`))).toEqual(full);
});

test('patents and prizes of an author are no papers', () => {
  const item = (title: string, authors: string): string => `<p>${authors} “${title},” 2019.</p>`;
  const list = papers.map(({ title, authors }) => item(title, authors.join(', '))).join('');
  const others = ['Method of measuring the discharge of rivers', 'Gauge for the level of floods']
    .map((title) => item(title, 'Ada Quill, Bo Reed'))
    .join('');
  const html = page(
    `<h1>Papers</h1>${list}<h1>Patents</h1>${others}<h1>Theses</h1>${item('Slow water: a thesis on rivers and their models', 'Ada Quill, Bo Reed')}`,
  );
  expect(found(html).map(({ title }) => title)).toEqual([
    ...titles,
    'Slow water: a thesis on rivers and their models',
  ]);
});
