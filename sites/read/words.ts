const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first date in a text as ISO 8601, as exact as the text is: `2 December, 2025`, `Dec 2, 2025`, `December 2025`, `2025-12-02`. */
export function isoDate(text: string): string | undefined {
  // Neither pages (`2048-29`) nor numbers of articles.
  const iso = /\b(?:19|20)\d{2}(?:-\d{2}-\d{2}|\/(?:0[1-9]|1[0-2]))\b/.exec(text)?.[0];
  if (iso) return iso.replace('/', '-');
  const named =
    /\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?\s*(?:(\d{1,2})(?:st|nd|rd|th)?\b)?,?\s+(\d{4})\b/.exec(
      text,
    );
  const month = MONTHS.indexOf((named?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (!named?.[4] || month === 0) return undefined;
  const day = named[1] ?? named[3];
  return [named[4], two(month), ...(day ? [two(Number(day))] : [])].join('-');
}

/** The first year in a text or an address: `/content/CVPR2023/`, `eccv_2022`. */
export const yearIn = (text: string | undefined): string | undefined =>
  /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text ?? '')?.[0];

const two = (value: number): string => String(value).padStart(2, '0');
