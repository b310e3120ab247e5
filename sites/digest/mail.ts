/*
 * Webmail: the messages that are open, and nothing of the mailbox around them. Evidence: the markup that public mail
 * extensions and user scripts of 2024 to 2026 name, and messages put into it in tests; no saved mailbox was had.
 */

interface Webmail {
  host: RegExp;
  /** The bodies of the messages that are open. */
  bodies: string;
}

const WEBMAIL: readonly Webmail[] = [
  { host: /^mail\.google\.com$/, bodies: '.a3s' },
  {
    host: /^outlook\.(?:live|office|office365|cloud)\.(?:com|microsoft)$|^outlook\.cloud\.microsoft$/,
    bodies: '[id^="UniqueMessageBody"], [role="main"] [role="document"]',
  },
];

/** The parts of a page that are read: its open messages where it is webmail, else all of it. */
export function rootsOf(page: Document, { hostname }: URL): Element[] {
  const mail = WEBMAIL.find(({ host }) => host.test(hostname));
  const bodies = mail ? [...page.querySelectorAll(mail.bodies)] : [];
  const outermost = bodies.filter(
    (body) => !bodies.some((other) => other !== body && other.contains(body)),
  );
  return outermost.length > 0 || !page.body ? outermost : [page.body];
}
