import { JSDOM } from 'jsdom';
import { describe, expect, test, vi } from 'vitest';
import { arxiv } from '@/sites/arxiv';
import { digest } from '@/sites/digest';
import { pubmed } from '@/sites/pubmed';
import { hasReplaced } from '@/sites/read/translated';

const LIST = 'https://arxiv.org/list/me.AS/new';

/** arXiv's list of one paper, whose title and abstract are what a page holds in their places. */
const listOf = (title: string, abstract: string, root = ''): Document =>
  new JSDOM(
    `<!doctype html><html lang="en" ${root}><body><div id="dlpage"><h3>New submissions (showing 1 of 1 entries)</h3><dl id="articles">
<dt><a name="item1">[1]</a> <a href="/abs/2401.00001" title="Abstract">arXiv:2401.00001</a></dt><dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${title}</div><div class="list-authors"><a href="#">Ada Example</a></div><p class="mathjax">${abstract}</p></div></dd>
</dl></div></body></html>`,
    { url: LIST },
  ).window.document;

const read = (page: Document) => {
  const [entry] = arxiv.entries(page, new URL(LIST));
  return [entry?.title, entry?.abstract, entry?.translated ?? []];
};

const OWN = ['Sparse routing on small graphs', 'We route sparsely.', []];

describe('a translation beside the text is none of it', () => {
  test.each([
    [
      'Immersive Translate, in one block',
      'Sparse routing on small graphs<font class="notranslate immersive-translate-target-wrapper"><br><font class="immersive-translate-target-inner">小图上的稀疏路由</font></font>',
      'We route sparsely.<font class="notranslate immersive-translate-target-wrapper"> 我们稀疏地路由。</font>',
    ],
    [
      'KISS Translator',
      'Sparse routing on small graphs<kiss-translator>小图上的稀疏路由</kiss-translator>',
      'We route sparsely.<kiss-translator>我们稀疏地路由。</kiss-translator>',
    ],
    [
      'Read Frog',
      'Sparse routing on small graphs<span class="notranslate read-frog-translated-content-wrapper">小图上的稀疏路由</span>',
      'We route sparsely.<span class="read-frog-translated-content-wrapper">我们稀疏地路由。</span>',
    ],
    [
      'another one that says so',
      'Sparse routing on small graphs<div class="bilingual-translation">小图上的稀疏路由</div>',
      'We route sparsely.<span class="my-translation">我们稀疏地路由。</span>',
    ],
    [
      'Caiyun',
      'Sparse routing on small graphs<span class="cyxy-trs-target">小图上的稀疏路由</span>',
      'We route sparsely.<span class="cyxy-trs-target">我们稀疏地路由。</span>',
    ],
    [
      'Youdao, beside a block of another kind',
      'Sparse routing on small graphs<div class="youdao-trans-target">小图</div><font class="bilingual">小图</font>',
      'We route sparsely.',
    ],
    [
      'an attribute alone',
      'Sparse routing on small graphs<span data-my-translated>小图上的稀疏路由</span>',
      'We route sparsely.<b x-bergamot-translated>我们</b>',
    ],
    [
      'Papago, which hides the text',
      '<span class="papago-origin" style="display:none">Sparse routing on small graphs</span><span class="papago-target">小图</span>',
      'We route sparsely.<transover-popup>我们</transover-popup>',
    ],
    [
      'glosses of words',
      '<ruby>Sparse<rp>(</rp><rt>稀疏</rt><rp>)</rp></ruby> routing on small graphs',
      'We route sparsely.',
    ],
    [
      'Yandex, which keeps the text that it replaces',
      '<ya-tr-span data-translated="true" data-value="Sparse routing" data-translation="小图">小图</ya-tr-span><ya-tr-span data-value=" on small graphs">稀疏</ya-tr-span>',
      '<ya-tr-span data-value="We route sparsely.">我们</ya-tr-span>',
    ],
    [
      'a site’s own classes for moving things',
      '<span class="notranslate translate-x-1">Sparse routing on small graphs</span>',
      'We route sparsely.',
    ],
  ])('%s', (_, title, abstract) => {
    expect(read(listOf(title, abstract, 'imt-state="dual"'))).toEqual(OWN);
  });
});

describe('text that was replaced by a translation is read as one', () => {
  const both = ['title', 'abstract'];
  test.each<[string, string, string, string, string[]]>([
    [
      'Chrome',
      'class="translated-ltr"',
      '<font><font>Spärliches Leiten</font></font>',
      '<font><font>Wir leiten.</font></font>',
      both,
    ],
    [
      'Chrome, from right to left',
      'class="js translated-rtl"',
      '<font><font>توجيه متفرق</font></font>',
      'We route sparsely.',
      ['title'],
    ],
    [
      'Edge',
      '',
      '<span _msttexthash="318864" _msthash="234">Spärliches Leiten</span>',
      '<font _mstmutation="1" _msthash="104104" _msttexthash="167">Wir leiten.</font>',
      both,
    ],
  ])('%s', (_, root, title, abstract, translated) => {
    expect(read(listOf(title, abstract, root))[2]).toEqual(translated);
  });

  test.each<[string, string, string, string, string[]]>([
    [
      'Immersive Translate, translation only',
      'imt-state="translation"',
      '<font class="notranslate immersive-translate-target-wrapper"><font>小图上的稀疏路由</font></font>',
      '<font class="notranslate immersive-translate-target-wrapper">我们稀疏地路由。</font>',
      both,
    ],
    [
      'an extension that sets nothing but the style of its elements',
      '',
      '<font style="vertical-align: inherit;">Spärliches Leiten</font>',
      'We route sparsely.',
      ['title'],
    ],
    [
      'an attribute',
      '',
      '<span data-my-translated="true">Spärliches Leiten</span>',
      'We.',
      ['title'],
    ],
    ['letters that the site never has', '', '小图上的稀疏路由', 'Мы ведём редко.', both],
    ['letters of formulas that it has', '', 'α-β-γ routing', 'We route λ.', []],
    [
      'German without a mark',
      '',
      'Das Leiten auf Graphen und Bäumen',
      'Wir leiten auf Bäumen, und das ist neu.',
      both,
    ],
    [
      'French without a mark',
      '',
      'Le routage sur des graphes',
      'Nous proposons un routage pour les graphes.',
      both,
    ],
    [
      'Spanish without a mark',
      '',
      'El encaminamiento en los grafos',
      'Se estudia con los grafos y para las redes.',
      both,
    ],
    [
      'Turkish without a mark',
      '',
      'Seyrek ve küçük çizgeler için yönlendirme',
      'Bu ve bir yöntem için.',
      both,
    ],
    [
      'names that begin with small words',
      '',
      'La Niña and the de Sitter ponds',
      'On van der Waals forces of El Niño.',
      [],
    ],
    [
      'a title without small words',
      '',
      'Sparse routing: small graphs, big trees',
      'We route sparsely.',
      [],
    ],
  ])('%s', (_, root, title, abstract, translated) => {
    const [entry] = arxiv.entries(listOf(title, abstract, root), new URL(LIST));
    expect([entry?.ids['arxiv'], entry?.translated ?? []]).toEqual(['2401.00001', translated]);
  });

  test('Firefox, which sets the language of the page alone', () => {
    const page = listOf('Spärliches Leiten', 'Wir leiten.');
    page.documentElement.lang = 'de';
    expect(read(page)[2]).toEqual(both);
    page.documentElement.lang = 'en-GB';
    expect(read(page)[2]).toEqual([]);
  });

  test('Edge, whose mark is on an element of the site’s own', () => {
    const url = 'https://pubmed.ncbi.nlm.nih.gov/?term=x';
    const page = new JSDOM(
      `<!doctype html><html lang="en"><body><div class="search-results"><article class="full-docsum"><div class="docsum-wrap"><div class="docsum-content"><a class="docsum-title" href="/31000001/" _msttexthash="1" _msthash="2">Wachstum im Teich.</a><div class="docsum-citation full-citation"><span class="docsum-authors full-authors">Senio AW.</span></div></div></div></article></div></body></html>`,
      { url },
    ).window.document;
    expect(pubmed.entries(page, new URL(url))[0]?.translated).toEqual(['title']);
  });
});

/** A list without elements of its own: each row is text of one container, and some of it is as Edge leaves it. */
const linesOf = (titles: readonly string[]): Document =>
  new JSDOM(
    `<!doctype html><html lang="en"><body><div>${titles
      .map(
        (title, at) =>
          `Ada Example, Ben Sample. ${title}. Journal of Ponds, 2024. <a href="https://arxiv.org/abs/2401.0000${at}">arXiv</a><br>`,
      )
      .join('\n')}</div></body></html>`,
    { url: 'https://example.org/list' },
  ).window.document;

describe('what a translator replaced beside a row says nothing of it', () => {
  const title = (at: number): string => `Measuring the growth of reeds in pond ${'ABCDEF'[at]}`;
  const titles = Array.from({ length: 6 }, (_, at) => title(at));
  const replaced = `<font _mstmutation="1">${titles[2]}</font>`;
  const translatedOf = (page: Document) =>
    digest
      .entries(page, new URL('https://example.org/list'))
      .map(({ translated }) => translated ?? []);

  test('rows of one container', () => {
    const page = linesOf(titles.map((one, at) => (at === 2 ? replaced : one)));
    expect(translatedOf(page)).toEqual(titles.map((_, at) => (at === 2 ? ['title'] : [])));
  });

  test('a row is not searched for in the others', () => {
    const page = linesOf(titles);
    const [first] = digest.entries(page, new URL('https://example.org/list'));
    const search = vi.spyOn(page.querySelector('div')!, 'querySelector');
    expect([first?.title, first?.translated, search.mock.calls]).toEqual([
      titles[0],
      undefined,
      [],
    ]);
  });
});

test.each<[string, boolean, string, string]>([
  ['Chrome', true, 'class="js translated-rtl"', '<font>Leiten</font>'],
  ['Edge', true, '', '<span _msttexthash="3" _msthash="2">Leiten</span>'],
  ['Edge, beside a formula', true, '', '<font _mstmutation="1">Leiten</font>'],
  ['nobody', false, 'class="notranslate"', '<font class="translated-by-hand">Leiten</font>'],
])('a page whose text was replaced is known as one: %s', (_, has, root, title) => {
  expect(hasReplaced(listOf(title, 'Wir leiten.', root))).toBe(has);
});
