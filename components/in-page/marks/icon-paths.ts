/** Paths on a 16 px grid, drawn with a 1.5 px line in the colour of the text. */
export const PATHS = {
  save: 'M4 2.5h8v11l-4-3-4 3z',
  dismiss: 'M4 4l8 8M12 4l-8 8',
  read: 'M3 8.5l3.5 3.5L13 4.5',
  tags: 'M6.5 2.5l-1.5 11M11 2.5l-1.5 11M3 5.5h10.5M2.5 10.5H13',
  note: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z',
  open: 'M9 3h4v4M13 3L7.5 8.5M11 9.5V13H3V5h3.5',
  undo: 'M6 3L3 6l3 3M3 6h6.5a3.5 3.5 0 010 7H6',
  minus: 'M3.5 8h9',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  mark: 'M8 3a5 5 0 100 10A5 5 0 008 3z',
} as const;
