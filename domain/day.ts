const two = (value: number): string => String(value).padStart(2, '0');

/** A moment's local day, `2026-01-31`: as file names and the search have it. */
export const dayName = (date: Date): string =>
  [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
