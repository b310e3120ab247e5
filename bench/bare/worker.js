// A worker is what tests wait for; this one has nothing to do.
addEventListener('message', () => undefined);
