/**
 * Journals by the macros that AASTeX defines, in lower case. NASA ADS writes them into its BibTeX, and no entry defines
 * them (https://ui.adsabs.harvard.edu/help/actions/journal-macros).
 */
const AAS_JOURNALS: Readonly<Record<string, string>> = {
  aj: 'The Astronomical Journal',
  actaa: 'Acta Astronomica',
  araa: 'Annual Review of Astronomy and Astrophysics',
  apj: 'The Astrophysical Journal',
  apjl: 'The Astrophysical Journal Letters',
  apjs: 'The Astrophysical Journal Supplement Series',
  ao: 'Applied Optics',
  apss: 'Astrophysics and Space Science',
  aap: 'Astronomy and Astrophysics',
  aapr: 'The Astronomy and Astrophysics Review',
  aaps: 'Astronomy and Astrophysics Supplement Series',
  azh: 'Astronomicheskii Zhurnal',
  baas: 'Bulletin of the American Astronomical Society',
  bac: 'Bulletin of the Astronomical Institutes of Czechoslovakia',
  caa: 'Chinese Astronomy and Astrophysics',
  cjaa: 'Chinese Journal of Astronomy and Astrophysics',
  fcp: 'Fundamentals of Cosmic Physics',
  gca: 'Geochimica et Cosmochimica Acta',
  grl: 'Geophysical Research Letters',
  iaucirc: 'IAU Circulars',
  icarus: 'Icarus',
  jcap: 'Journal of Cosmology and Astroparticle Physics',
  jcp: 'The Journal of Chemical Physics',
  jgr: 'Journal of Geophysical Research',
  jqsrt: 'Journal of Quantitative Spectroscopy and Radiative Transfer',
  jrasc: 'Journal of the Royal Astronomical Society of Canada',
  memras: 'Memoirs of the Royal Astronomical Society',
  memsai: 'Memorie della Società Astronomica Italiana',
  mnras: 'Monthly Notices of the Royal Astronomical Society',
  na: 'New Astronomy',
  nar: 'New Astronomy Reviews',
  nat: 'Nature',
  nphysa: 'Nuclear Physics A',
  pasa: 'Publications of the Astronomical Society of Australia',
  pasj: 'Publications of the Astronomical Society of Japan',
  pasp: 'Publications of the Astronomical Society of the Pacific',
  physrep: 'Physics Reports',
  physscr: 'Physica Scripta',
  planss: 'Planetary and Space Science',
  pra: 'Physical Review A',
  prb: 'Physical Review B',
  prc: 'Physical Review C',
  prd: 'Physical Review D',
  pre: 'Physical Review E',
  prl: 'Physical Review Letters',
  procspie: 'Proceedings of the SPIE',
  psj: 'The Planetary Science Journal',
  qjras: 'Quarterly Journal of the Royal Astronomical Society',
  rmxaa: 'Revista Mexicana de Astronomía y Astrofísica',
  skytel: 'Sky and Telescope',
  solphys: 'Solar Physics',
  sovast: 'Soviet Astronomy',
  ssr: 'Space Science Reviews',
  zap: 'Zeitschrift für Astrophysik',
};

/** The journal that a field's value names by a macro of AASTeX (`\apj`); `undefined` for any other value. */
export function aasJournal(value: string): string | undefined {
  const macro = /^\{?\\([a-z]+)\}?$/i.exec(value.trim())?.[1];
  const name = macro?.toLowerCase() ?? '';
  return Object.hasOwn(AAS_JOURNALS, name) ? AAS_JOURNALS[name] : undefined;
}
