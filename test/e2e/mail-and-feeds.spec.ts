import { annotate, call, describe, expect, test } from './fixtures';

const FEED = 'https://rss.example.org/me.AS';
const MAILBOX = 'https://mail.google.com/mail/u/0/';
const ABSTRACT =
  'We measure how long wells wait for rain, and we show that they wait as long as it takes. Our method is exact to the length of a sigh.';

const item = (at: number): string => `<item>
<title>Measuring the patience of ${at + 2} made-up wells</title>
<link>https://arxiv.org/abs/2401.0000${at}</link>
<description>arXiv:2401.0000${at}v1 Announce Type: new
Abstract: ${ABSTRACT}</description>
<dc:creator>Ada Example, Bo Sample</dc:creator>
</item>`;
const RSS = `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>me.AS updates</title>
${[1, 2, 3].map(item).join('\n')}
</channel></rss>`;

/** A message of arXiv's as Gmail shows it: plain text whose lines `<br>` ends. */
const MESSAGE = [1, 2, 3]
  .map(
    (at) => `\\\\<br>
arXiv:2401.0000${at}<br>
Date: Wed, 1 Mar 2024 10:00:00 GMT   (100kb,D)<br>
<br>
Title: Measuring the patience of ${at + 2} made-up wells over the course of a long<br>
&nbsp; and dry season of rain<br>
Authors: Ada Example, Bo Sample<br>
Categories: me.AS<br>
\\\\<br>
&nbsp; We measure how long wells wait for rain, and we show that they wait as long<br>
as it takes. Our method is exact to the length of a sigh, which we find to be a<br>
good deal longer than anybody thought who had to wait for it in other places.<br>
We give bounds for wells of any depth, and a proof that no rope is needed where<br>
the stone is heavy enough; the afternoon is needed all the same. All of this has<br>
been tried on wells that were made up for it, and none of them has complained so<br>
far. We hope that other wells will be as patient as these, and leave them to it.<br>
\\\\ ( <a href="https://arxiv.org/abs/2401.0000${at}">https://arxiv.org/abs/2401.0000${at}</a> ,  100kb)<br>
------------------------------------------------------------------------------<br>`,
  )
  .join('\n');
const GMAIL = `<!doctype html><title>Mail</title><div role="navigation"><a href="#inbox">Inbox</a></div>
<div role="main"><h2 class="hP">me daily Subj-class mailing</h2><div class="adn ads"><span class="gD">arXiv</span>
<div class="a3s aiL">${MESSAGE}</div></div></div>`;

test.use({ hosts: ['https://rss.example.org/*', 'https://mail.google.com/*'] });

test('a feed that the browser shows as text is a list of papers, with marks', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(RSS, FEED, 'text/plain; charset=utf-8');
  const found = await annotate(app, listing);
  expect(
    found.ok && found.value.papers.map(({ title, abstract, ids }) => [title, abstract, ids]),
  ).toEqual(
    [1, 2, 3].map((at) => [
      `Measuring the patience of ${at + 2} made-up wells`,
      ABSTRACT,
      expect.objectContaining({ arxiv: `2401.0000${at}` }),
    ]),
  );
  await expect.poll(() => listing.layer.count('.mark')).toBe(3);
  await listing.layer.hover('.mark');
  await listing.layer.click('[data-gloss="toolbar"] [data-action="save"]');
  const kept = async () => {
    const now = await call(app, 'export.papers', { after: null });
    return JSON.stringify(now);
  };
  await expect.poll(kept).toContain('arxiv:2401.00001');
});

test('a message in webmail is read where a person asks, and nothing of the mailbox', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(GMAIL, MAILBOX);
  await annotate(app, listing);
  const titles = async (): Promise<string[]> => {
    const found = await describe(app, listing);
    return found.ok ? found.value.papers.map(({ title }) => title) : [];
  };
  await expect
    .poll(titles)
    .toEqual(
      [3, 4, 5].map(
        (count) =>
          `Measuring the patience of ${count} made-up wells over the course of a long and dry season of rain`,
      ),
    );
  await expect.poll(() => listing.layer.count('.mark')).toBe(3);
  // Another message is opened in its place.
  await listing.page.evaluate(() => {
    const body = document.querySelector('.a3s');
    if (body) body.innerHTML = '<p>See you at noon.</p>';
  });
  await expect.poll(titles).toEqual([]);
});
