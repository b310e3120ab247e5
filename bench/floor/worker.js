// Nothing is known of any paper: one answer for all of them.
chrome.runtime.onMessage.addListener((ids, _sender, respond) => {
  respond(ids.map(() => null));
});
