/** Pages that are made to be slow to read; `size` times as large as the smallest of its kind. */
export interface Hostile {
  name: string;
  page: (size: number) => string;
}

const html = (body: string): string =>
  `<!doctype html><html><head><title>Page</title></head><body>${body}</body></html>`;
const repeat = (count: number, render: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => render(index)).join('');

/** At size 4: 100,000 nested elements, 5 MB in one text, 50,000 links, 10,000 rows of 20 cells. */
export const HOSTILE: Hostile[] = [
  {
    name: 'nested elements',
    page: (size) => html(`${'<div>'.repeat(25_000 * size)}deep`),
  },
  {
    name: 'one text',
    page: (size) => html(`<p>${'A model of rivers and data, again. '.repeat(37_500 * size)}</p>`),
  },
  {
    name: 'one text in <pre>',
    page: (size) =>
      html(`<pre>${'[A](model) of ](rivers &lt;!-- and **data, '.repeat(30_000 * size)}</pre>`),
  },
  {
    name: 'links',
    page: (size) =>
      html(
        repeat(12_500 * size, (index) => `<a href="/p/${index}">A study of rivers ${index}</a> `),
      ),
  },
  {
    name: 'table',
    page: (size) =>
      html(
        `<table>${repeat(2_500 * size, (row) => `<tr>${repeat(20, (cell) => `<td>Row ${row} and cell ${cell}</td>`)}</tr>`)}</table>`,
      ),
  },
];
