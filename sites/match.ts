/**
 * Whether a match pattern lets an address in
 * (https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns). The host first: each page is
 * asked of all adapters' patterns, and nearly all are of other hosts.
 */
export function isMatch(pattern: string, url: URL): boolean {
  const afterScheme = pattern.indexOf('://') + 3;
  const path = pattern.indexOf('/', afterScheme);
  if (afterScheme < 3 || path < 0) return false;
  if (!isHost(pattern.slice(afterScheme, path), url.hostname)) return false;
  const scheme = pattern.slice(0, afterScheme - 2);
  const isScheme = scheme === '*:' ? /^https?:$/.test(url.protocol) : url.protocol === scheme;
  return isScheme && isGlob(pattern.slice(path), url.pathname + url.search);
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
