/** A match pattern's parts: https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns */
const PATTERN = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)(\/.*)$/;

/** Whether a match pattern lets an address in. */
export function isMatch(pattern: string, url: URL): boolean {
  const [, scheme = '', host = '', path = ''] = PATTERN.exec(pattern) ?? [];
  const isScheme = scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  return isScheme && isHost(host, url.hostname) && isGlob(path, url.pathname + url.search);
}

const isHost = (host: string, name: string): boolean =>
  host === '*' ||
  host === name ||
  (host.startsWith('*.') && (name === host.slice(2) || name.endsWith(host.slice(1))));

/** Whether a text is what a pattern with `*` for any characters says. Linear, because what a `*` takes is found from the left. */
function isGlob(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return text === head;
  const tail = rest.pop() ?? '';
  if (!text.startsWith(head) || !text.endsWith(tail)) return false;
  let at = head.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at + tail.length <= text.length;
}
