/** When something begins in a programme, and perhaps ends: `9:00–9:20`, `14.30 Uhr`, `2:15 pm -`. */
export const TIMES = String.raw`(?:\(?\d{1,2}[:.h]\d{2}(?!\d)\s*(?:[ap]\.?m\.?(?!\p{L})|uhr(?!\p{L}))?\s*(?:[-–—~～〜]|to)?\s*)(?:\d{1,2}[:.h]\d{2}(?!\d)\s*(?:[ap]\.?m\.?(?!\p{L})|uhr(?!\p{L}))?)?\)?[\s:：,|–—-]+`;
