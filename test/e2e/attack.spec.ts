import { readFileSync } from 'node:fs';
import { arxivList } from '@/bench/arxiv-list';
import { attack, madeOf, plant, reads, SECRETS, statesOf } from './attack-library';
import { hostile } from './attack-page';
import { call, expect, test } from './fixtures';

const NEW = 'https://arxiv.org/list/me.AS/new';
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;

test.use({ hosts: ['https://arxiv.org/*'] });

test('a hostile page reads nothing of what a person wrote, whatever is open', async ({
  app,
  openListing,
}) => {
  await plant(app);
  const listing = await openListing(hostile(arxivList(4)), NEW);
  const { page, layer } = listing;
  await layer.shows('[data-gloss="chips"]', SECRETS.note);
  expect(await reads(page), 'chips').toEqual([]);

  await layer.hover(mark(0));
  await layer.shows('[data-gloss="toolbar"]', SECRETS.tag);
  expect(await reads(page), 'toolbar').toEqual([]);

  await layer.click('[data-gloss="toolbar"] [data-action="tags"]');
  await layer.shows('[data-gloss="tag-editor"]', SECRETS.other);
  await page.keyboard.type(SECRETS.typed);
  await layer.shows('[data-gloss="tag-editor"]', SECRETS.typed);
  expect(await reads(page), 'tags').toEqual([]);
  await page.keyboard.press('Enter');
  await layer.shows('[data-gloss="toast"]', SECRETS.typed);
  expect(await reads(page), 'message').toEqual([]);
  await page.keyboard.press('Escape');

  await layer.hover(mark(0));
  await layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await layer.find('[data-gloss="note-input"]');
  await page.keyboard.type(` ${SECRETS.typed}`);
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  expect(await reads(page), 'note').toEqual([]);
  await page.keyboard.press('Escape');

  await page
    .getByText('We consider')
    .first()
    .click({ position: { x: 20, y: 8 } });
  await layer.find('[data-gloss="comment-input"]');
  expect(await reads(page), 'comment').toEqual([]);
  await page.keyboard.press('Escape');

  // The page learns nothing of the frame, either.
  expect(await attack(page, 'traces', null)).toEqual({ frames: 0, extension: false });
  const [state] = await statesOf(app, listing);
  expect(state?.note.text).toBe(`${SECRETS.note} ${SECRETS.typed}`);
});

test('the attacks would find a text of the page', async ({ openListing }) => {
  const { page, layer } = await openListing(hostile(arxivList(2)), NEW);
  await layer.find('[data-gloss="bar"]');
  await layer.evaluate(`{
    const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('html > div'));
    root.append(${JSON.stringify(SECRETS.note)});
    document.querySelector('html > div').title = ${JSON.stringify(SECRETS.tag)};
  } 0`);
  await expect
    .poll(() => reads(page))
    .toEqual(expect.arrayContaining([`${SECRETS.note} by find`, `${SECRETS.tag} by drawn`]));
});

test('events that a script made up open nothing and write nothing', async ({
  app,
  openListing,
}) => {
  await plant(app);
  const listing = await openListing(hostile(arxivList(4)), NEW);
  const { page, layer } = listing;
  const before = await madeOf(app, listing);
  const pretend = async (selector: string) => {
    const { x, y, width, height } = await layer.find(selector);
    await attack(page, 'pretend', { x: x + width / 2, y: y + height / 2 });
  };
  await pretend(mark(0));
  for (const action of ['triage', 'menu', 'collapse']) await pretend(`[data-action="${action}"]`);
  expect(await layer.count('[data-gloss="toolbar"], [data-gloss="menu"], .place')).toBe(0);
  await layer.click('[data-action="menu"]');
  await pretend('[data-gloss="menu"] [data-action="seeAll"]');
  await layer.click('[data-gloss="menu"] [data-action="help"]');
  await pretend('[data-gloss="help"]');
  await page.keyboard.press('Escape');
  // The page took the focus, and with it the toolbar away; a person comes to the mark again.
  const comeToMark = () =>
    expect
      .poll(async () => {
        await page.mouse.move(600, 5);
        await layer.hover(mark(0));
        return layer.count('[data-gloss="toolbar"]');
      })
      .toBe(1);
  for (const control of ['save', 'dismiss', 'read', 'note', 'tags']) {
    await comeToMark();
    await pretend(`[data-gloss="toolbar"] [data-action="${control}"]`);
  }
  await comeToMark();
  await pretend('[data-gloss="toolbar"] [data-gloss="chip"]');
  await comeToMark();
  await layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await pretend('[data-gloss="note-input"]');
  expect(await madeOf(app, listing)).toEqual(before);
});

const IMMUNE = ['a style sheet', 'inline styles', 'an animation', 'attributes'] as const;

test('styles, animations and attributes of a page do not reach the layer', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(hostile(arxivList(4)), NEW);
  const { page, layer } = listing;
  await statesOf(app, listing);
  const drawn = async () => ({
    at: await layer.find(mark(0)),
    style: await layer.evaluate<string>(`(() => {
      const { opacity, transform, display, visibility } = getComputedStyle(document.querySelector('html > div'));
      return [opacity, transform, display, visibility].join(' ');
    })()`),
  });
  const before = await drawn();
  for (const way of IMMUNE) {
    await attack(page, 'hide', way);
    expect(await drawn(), way).toEqual(before);
    await attack(page, 'show', null);
  }
});

test('a page that puts our frame into one of its own sees an empty page', async ({
  openListing,
}) => {
  const { page, layer } = await openListing(hostile(arxivList(2)), NEW);
  await layer.hover(mark(0));
  await layer.find('[data-gloss="toolbar"]');
  // No page can know the address; were it to, then.
  const address = await layer.evaluate<string>(`chrome.runtime.getURL('/frame.html')`);
  await page.evaluate(async (url) => {
    const frame = document.createElement('iframe');
    frame.id = 'theirs';
    frame.src = `${url}#guess`;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    const { port1, port2 } = new MessageChannel();
    frame.contentWindow?.postMessage({ gloss: 'frame', nonce: 'guess' }, '*', [port2]);
    port1.postMessage({
      type: 'show',
      turn: 1,
      card: {
        kind: 'note',
        paper: { keys: ['arxiv:1'] },
        title: 'x',
        note: { text: '', revision: '' },
        missing: [],
      },
      scheme: 'light',
      view: { width: 500, height: 500 },
      focus: 'field',
    });
  }, address ?? '');
  const theirs = page.frames().find((frame) => frame.url().endsWith('#guess'))!;
  expect(theirs).toBeDefined();
  // Long enough for an answer that would let it in.
  await layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await layer.find('[data-gloss="note-input"]');
  expect(await theirs.locator('.card').count()).toBe(0);
});

test('a page that makes custom properties transparent hides no control', async ({
  openListing,
}) => {
  const { page, layer } = await openListing(arxivList(2), NEW);
  await layer.hover(mark(0));
  await layer.find('[data-gloss="toolbar"] [data-action="save"]');
  const colours = (): Promise<string | undefined> =>
    layer.evaluate<string>(`(() => {
      const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('html > div'));
      return [...root.querySelectorAll('*')].map((part) => {
        const { color, backgroundColor, stroke, fill } = getComputedStyle(part);
        return [part.localName, color, backgroundColor, stroke, fill].join(' ');
      }).join('\\n');
    })()`);
  const before = await colours();
  await page.evaluate(
    (sheet) => {
      for (const [, name = ''] of new Set(sheet.matchAll(/(--[a-z0-9-]+)/g)))
        try {
          CSS.registerProperty({
            name,
            syntax: '<color>',
            inherits: false,
            initialValue: 'transparent',
          });
        } catch {
          // It is registered.
        }
    },
    readFileSync('components/in-page/layer/look.css', 'utf8'),
  );
  expect(await colours()).toBe(before);
});

test('a page that knows the extension’s id neither hears nor stops it', async ({
  extensionId,
  openListing,
}) => {
  const name = `${extensionId}:listing:wxt:content-script-started`;
  const { page, layer } = await openListing(
    `<script>
      var heard = [];
      for (const name of ['${name}', '${extensionId}:listing:wxt:locationchange'])
        for (const target of [document, window]) target.addEventListener(name, ({ type }) => heard.push(type));
    </script>${arxivList(2)}`,
    NEW,
  );
  await layer.find('[data-gloss="bar"]');
  await page.evaluate((type) => {
    const detail = { contentScriptName: 'listing', messageId: 'another' };
    document.dispatchEvent(new CustomEvent(type, { detail }));
  }, name);
  await layer.click(mark(1));
  await layer.find(`${mark(1)}[data-state="saved"]`);
  await page.evaluate(() => history.pushState(null, '', '?skip=0'));
  // What it sent itself.
  expect(await page.evaluate('heard')).toEqual([name]);
});

test('what a page learns to be covered does not tell how much a person wrote', async ({
  app,
  openListing,
}) => {
  await plant(app);
  const { page, layer } = await openListing(hostile(arxivList(4)), NEW);
  await layer.shows('[data-gloss="chips"]', SECRETS.note);
  /** Where the first entry's line is covered. */
  const covered = (): Promise<number[]> =>
    page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const { top = 0 } = document.querySelector('.list-title')?.getBoundingClientRect() ?? {};
          const probes = Array.from({ length: innerWidth / 4 }, (_, at) => {
            const probe = document.createElement('i');
            probe.style.cssText = `position: absolute; left: ${at * 4}px; top: ${top + scrollY + 9}px; width: 2px; height: 2px`;
            return document.body.appendChild(probe);
          });
          const found: number[] = [];
          const options = { trackVisibility: true, delay: 100, threshold: 0 };
          const observer = new IntersectionObserver((entries) => {
            for (const entry of entries)
              if (!(entry as { isVisible?: boolean }).isVisible)
                found.push(probes.indexOf(entry.target as HTMLElement));
            observer.disconnect();
            for (const probe of probes) probe.remove();
            resolve(found.toSorted((a, b) => a - b));
          }, options);
          for (const probe of probes) observer.observe(probe);
        }),
    );
  let before: number[] = [];
  await expect.poll(async () => (before = await covered()).length).toBeGreaterThan(10);
  const paper = { keys: ['arxiv:2401.00001'], title: 'here', authors: [], abstract: '', links: [] };
  const listing = { site: 'arxiv', url: NEW, title: '', at: 1 };
  const longer = { opId: 't3', paper: { ...paper, listing }, name: 'hapax', on: true };
  expect((await call(app, 'paper.tag', longer)).ok).toBe(true);
  await layer.shows('[data-gloss="chips"]', 'hapax');
  await expect.poll(covered).toEqual(before);
});
