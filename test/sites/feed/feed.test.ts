import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { digest } from '@/sites/digest';
import { checkPlaces } from '../expect-entries';

const ADDRESS = 'https://rss.example.org/me.AS';
const ABSTRACT =
  'We measure how long wells wait for rain, and we show that they wait as long as it takes. Our method is exact to the length of a sigh.';

const rssItem = (id: string, title: string, creators: string): string => `<item>
<title>${title}</title>
<link>https://arxiv.org/abs/${id}</link>
<description>arXiv:${id}v1 Announce Type: new
Abstract: ${ABSTRACT}</description>
<guid isPermaLink="false">oai:arXiv.org:${id}v1</guid>
<pubDate>Mon, 04 Mar 2024 00:00:00 -0500</pubDate>
<dc:creator>${creators}</dc:creator>
</item>`;
const RSS = `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>me.AS updates</title>
${rssItem('2401.00001', 'On the patience of wells', 'Ada Example, Bo Sample')}
${rssItem('2401.00002', '<![CDATA[Ladders & other ways down]]>', 'Cy Instance')}
${rssItem('2401.00003', 'Rain &lt;i&gt;in vitro&lt;/i&gt; &amp; elsewhere', 'Di Specimen')}
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Results</title><id>https://rss.example.org/results</id>
<entry><id>http://arxiv.org/abs/2401.00001v2</id><updated>2024-03-05T00:00:00Z</updated><published>2024-01-01T00:00:00Z</published>
<title>On the patience of wells</title><summary>  ${ABSTRACT}
</summary><author><name>Ada Example</name></author><author><name>Bo Sample</name></author>
<link href="http://arxiv.org/abs/2401.00001v2" rel="alternate" type="text/html"/></entry></feed>`;

const JSON_FEED = JSON.stringify(
  {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'New',
    items: [
      {
        id: '1',
        url: 'https://doi.org/10.1000/182',
        title: 'On the patience of wells',
        summary: ABSTRACT,
        authors: [{ name: 'Ada Example' }, { name: 'Bo Sample' }],
        date_published: '2024-03-04T00:00:00Z',
      },
    ],
  },
  null,
  1,
);

/** A file as a browser shows its text. */
const asText = (source: string): Document => {
  const page = new JSDOM('<!doctype html><pre></pre>', { url: ADDRESS }).window.document;
  const pre = page.querySelector('pre');
  if (pre) pre.textContent = source;
  return page;
};

const entriesOf = (page: Document) => digest.entries(page, new URL(ADDRESS));

/** What a test compares of an entry. */
const told = ({ title, abstract, authors, date, ids }: ReturnType<typeof entriesOf>[number]) => ({
  title,
  abstract,
  authors,
  date,
  ids,
});

describe('a feed as a browser shows it', () => {
  it('is a list of papers: RSS', () => {
    const entries = entriesOf(asText(RSS));
    expect(
      entries.map(({ title, ids, authors, date }) => [title, ids['arxiv'], authors, date]),
    ).toEqual([
      ['On the patience of wells', '2401.00001', ['Ada Example', 'Bo Sample'], '2024-03-04'],
      ['Ladders & other ways down', '2401.00002', ['Cy Instance'], '2024-03-04'],
      ['Rain in vitro & elsewhere', '2401.00003', ['Di Specimen'], '2024-03-04'],
    ]);
    expect(entries.map(({ abstract }) => abstract)).toEqual([ABSTRACT, ABSTRACT, ABSTRACT]);
  });

  it('is a list of papers: Atom, JSON Feed', () => {
    const page = asText(ATOM);
    const atom = entriesOf(page);
    for (const entry of atom) checkPlaces(entry, page);
    expect(atom.map(told)).toMatchObject([
      {
        title: 'On the patience of wells',
        abstract: ABSTRACT,
        authors: ['Ada Example', 'Bo Sample'],
        date: '2024-01-01',
        ids: { arxiv: '2401.00001' },
      },
    ]);
    const json = asText(JSON_FEED);
    const entries = entriesOf(json);
    for (const entry of entries) checkPlaces(entry, json);
    expect(entries.map(told)).toMatchObject([
      {
        title: 'On the patience of wells',
        abstract: ABSTRACT,
        authors: ['Ada Example', 'Bo Sample'],
        ids: { doi: '10.1000/182' },
      },
    ]);
  });

  it('is read in the tree that Chromium draws of XML', () => {
    const line = (tag: string, text: string): string =>
      `<div class="line"><span class="html-tag">&lt;${tag}&gt;</span><span>${text}</span><span class="html-tag">&lt;/${tag}&gt;</span></div>`;
    const folder = (tag: string, inside: string): string =>
      `<div class="folder"><div class="line"><span class="html-tag">&lt;${tag}&gt;</span></div><div class="opened">${inside}</div><span class="folded hidden">...</span><div class="line"><span class="html-tag">&lt;/${tag.split(' ')[0]}&gt;</span></div></div>`;
    const item = `${line('title', 'On the patience of wells')}${line('link', 'https://arxiv.org/abs/2401.00001')}${line('description', ABSTRACT)}${line('dc:creator', 'Ada Example, Bo Sample')}`;
    const page = new JSDOM(
      `<!doctype html><body><div id="webkit-xml-viewer-source-xml"><rss><channel><title>me.AS</title></channel></rss></div><div class="header"><span>This XML file does not appear to have any style.</span></div><div class="pretty-print">${folder('rss version="2.0"', folder('channel', `${line('title', 'me.AS')}${folder('item', item)}`))}</div>`,
      { url: ADDRESS },
    ).window.document;
    const entries = entriesOf(page);
    for (const entry of entries) checkPlaces(entry, page);
    expect(entries.map(told)).toMatchObject([
      {
        title: 'On the patience of wells',
        abstract: ABSTRACT,
        authors: ['Ada Example', 'Bo Sample'],
        ids: { arxiv: '2401.00001' },
      },
    ]);
  });

  it('of news is none', () => {
    const news = RSS.replaceAll('arxiv.org', 'news.example.org')
      .replaceAll(/arXiv:\S+/g, '')
      .replaceAll(ABSTRACT, 'The mayor opened a bridge on Monday.');
    expect(entriesOf(asText(news))).toEqual([]);
  });

  it('that is torn or hostile costs no more than its length', () => {
    const parts = ['<item>', '<item><title>', '<item><link href="', '<title ', '<![CDATA['];
    const timeOf = (count: number): number => {
      const pages = parts.map((part) => asText(`<rss>${part.repeat(count)}`));
      const begun = performance.now();
      for (const page of pages) expect(entriesOf(page)).toEqual([]);
      return performance.now() - begun;
    };
    timeOf(1_000);
    // Ten times as long: a hundred times as much work would be too much on any machine.
    expect(timeOf(100_000)).toBeLessThan(40 * timeOf(10_000) + 500);
  });
});
