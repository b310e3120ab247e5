/** An address that a person may be sent to by a link of ours. */
export const WEB_ADDRESS = /^https?:\/\/\S+$/i;

/** Where a page may be that Gloss was used on: on the web, or in a file of this machine, which is never linked to. */
export const PAGE_ADDRESS = /^(?:https?|file):\/\/\S+$/i;

/** An address that may be linked to; `undefined` for any other text (`javascript:`, `data:`, `file:`, none). */
export const webAddress = (text: string | null | undefined): string | undefined =>
  text && WEB_ADDRESS.test(text) ? text : undefined;
