import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { digest } from '@/sites/digest';
import { checkPlaces } from '../expect-entries';

const PAPERS = Array.from({ length: 4 }, (_, at) => ({
  id: `2401.0000${at + 1}`,
  title: `Measuring the patience of ${at + 3} made-up wells over the course of a long and dry season of rain`,
  abstract: `We measure how long ${at + 3} wells wait for rain, and we find that they wait as long as it takes. Our method needs a rope, a stone, and an afternoon that nobody misses; it is exact to the length of a sigh. We give bounds for wells of any depth.`,
}));

/** Text in lines of at most so many characters. */
const wrapped = (text: string, width: number): string =>
  text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd();

/** A list of new papers as arXiv mails it. */
const MAIL = `Submissions to: Made-up Methods
received from  Wed  1 Mar 24 19:00:00 GMT  to  Thu  2 Mar 24 19:00:00 GMT
------------------------------------------------------------------------------
${PAPERS.map(
  ({ id, title, abstract }) => `\\\\
arXiv:${id}
Date: Wed, 1 Mar 2024 10:00:00 GMT   (100kb,D)

${wrapped(`Title: ${title}`, 74).replace('\n', '\n  ')}
Authors: Ada Example, Bo Sample
Categories: me.AS
\\\\
${wrapped(`  ${abstract}`, 78)}
\\\\ ( https://arxiv.org/abs/${id} ,  100kb)
------------------------------------------------------------------------------`,
).join('\n')}`;

/** The text as webmail shows it: lines broken by `<br>`, addresses made links. */
const shown = MAIL.replace(
  /https:\S+/g,
  (address) => `<a href="${address}" target="_blank">${address}</a>`,
).replaceAll('\n', '<br>\n');

const gmail = (...bodies: string[]): string =>
  `<div role="banner">Search mail</div><div role="navigation"><a href="#inbox">Inbox</a></div>
  <div role="main"><table>${['Measuring what is left of the budget', 'Lunch, and who brings the bread'].map((subject) => `<tr class="zA"><td>Cy Instance, Di Specimen</td><td><span>${subject}</span></td></tr>`).join('')}</table>
  <h2 class="hP">me daily Subj-class mailing</h2>${bodies.map((body) => `<div class="adn ads"><span class="gD">arXiv</span><div class="a3s aiL">${body}</div></div>`).join('')}</div>`;
const outlook = (body: string): string =>
  `<div role="listbox"><div role="option">Measuring what is left of the budget</div></div>
  <div role="main"><div role="heading">me daily</div><div id="UniqueMessageBody_1" role="document"><div class="x_PlainText">${body}</div></div></div>`;

const entriesOf = (body: string, address: string) => {
  const page = new JSDOM(`<!doctype html><title>Mail</title>${body}`, { url: address }).window
    .document;
  const entries = digest.entries(page, new URL(address));
  for (const entry of entries) checkPlaces(entry, page);
  return entries.map(({ title, abstract, ids }) => ({ title, abstract, id: ids['arxiv'] }));
};
const expected = PAPERS.map(({ title, abstract, id }) => ({ title, abstract, id }));

describe('a list of papers in webmail', () => {
  it.each([
    ['Gmail', gmail(shown), 'https://mail.google.com/mail/u/0/#inbox/1'],
    ['Outlook', outlook(shown), 'https://outlook.office.com/mail/inbox/id/1'],
  ])('is read as it was sent, and nothing of the mailbox: %s', (_, body, address) => {
    expect(entriesOf(body, address)).toEqual(expected);
  });

  it('is read in each message of a conversation that is open', () => {
    const [first, second] = [gmail(shown, '<p>Thank you, Ada</p>'), gmail(shown, shown)];
    const address = 'https://mail.google.com/mail/u/0/#inbox/1';
    expect(entriesOf(first, address)).toEqual(expected);
    expect(entriesOf(second, address)).toEqual([...expected, ...expected]);
  });

  it('is nothing but its messages: a mailbox without any lists no papers', () => {
    expect(
      entriesOf(gmail('<p>See you at noon.</p>'), 'https://mail.google.com/mail/u/0/'),
    ).toEqual([]);
  });
});
