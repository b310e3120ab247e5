/** What a browser is asked to allow before something leaves it; `data_collection` is Firefox's, unknown to the types. */
export interface Leave {
  /** Match patterns. */
  origins: string[];
  data_collection?: string[];
}

/**
 * What Firefox calls titles and ids that were read on pages. Its rules want the person's consent before an add-on sends
 * them anywhere, also to a program of the same machine
 * (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/). The manifest names it as
 * optional: nothing is sent until a person connects Zotero or completes papers.
 */
export const SENT = ['websiteContent'] as const;

/** The permission to send what pages say to some addresses. */
export const leaveFor = (origins: readonly string[], isFirefox: boolean): Leave => ({
  origins: [...origins],
  ...(isFirefox ? { data_collection: [...SENT] } : {}),
});
