/* Texts of pages that list no papers. */

export const NEWS = [
  [
    'Minister resigns over ferry contract after months of pressure',
    'Ana Field',
    'The minister said on Monday that she would step down at the end of the week. Opposition parties had called for an inquiry since spring. A successor will be named on Friday.',
  ],
  [
    'Storm leaves thousands without power along the northern coast',
    'Joe Marsh',
    'Crews worked through the night to restore lines brought down by falling trees. Schools remain closed in four towns. More rain is expected before the weekend.',
  ],
  [
    'Local bakery wins national prize for its rye loaf',
    'Mia Stone',
    'The jury praised the crust and the patience behind it. The baker, who learned the trade from his aunt, plans to open a second shop. Queues formed before dawn.',
  ],
  [
    'Rail fares to rise again as operators warn of rising costs',
    'Tim Lake',
    'Passengers will pay four percent more from January. Unions called the decision a disgrace. The operators say energy prices leave them no choice at all.',
  ],
  [
    'City council votes to close two libraries despite protests',
    'Eve Ford',
    'The vote followed three hours of debate in a crowded hall. Residents had collected nine thousand signatures. The buildings may become flats within two years.',
  ],
  [
    'Team reaches final for the first time in forty years',
    'Max Dale',
    'A late goal settled a match that neither side deserved to lose. Fans sang until the lights went out. The final will be played in the capital in May.',
  ],
];
export const PRODUCTS = [
  'Oak chair with woven seat',
  'Brass desk lamp, adjustable arm',
  'Linen curtain in three lengths',
  'Stoneware bowl, set of four',
  'Wool rug with border pattern',
  'Folding table for small rooms',
];
export const REPOS = [
  'awesome-cli',
  'tiny-parser',
  'image-resizer-pro',
  'react-table-grid',
  'graph-toolkit',
  'neural-style-app',
];
export const PEOPLE = [
  'Ada Winter',
  'Boris Klein',
  'Chen Wei',
  'Dora Maar-Field',
  'Emil Sand',
  'Fatima Noor',
  'Gustav Holm',
  'Hana Sato',
];
export const FILMS = [
  ['The Long Harbour', '1984'],
  ['Seven Winters in Oslo', '1999'],
  ['A Bridge for Nobody', '2003'],
  ['Return of the Clockmaker', '2011'],
  ['Paper Boats', '2015'],
  ['Night Train to Riga', '2018'],
];

export const PAPER_TITLE = 'Slow Rivers, Fast Floods: Estimating Peak Discharge from Sparse Gauges';
export const REFERENCES = PEOPLE.map(
  (name, index) =>
    `${name} and Q. Example. A study of rivers, part ${index + 1}. Journal of Invented Hydrology, ${2000 + index}. https://doi.org/10.5555/ref.${index}`,
);
export const PROSE = NEWS.map(([, , text]) => `<p>${text} ${text} ${text}</p>`).join('');
