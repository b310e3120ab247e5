/** The encodings' names for people. */
const NAMES: Readonly<Record<string, string>> = {
  shift_jis: 'Shift JIS',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
  gb18030: 'GB 18030',
  big5: 'Big5',
  'windows-1251': 'Windows-1251',
  'koi8-r': 'KOI8-R',
  'windows-1253': 'Windows-1253',
  'windows-1255': 'Windows-1255',
  'windows-1256': 'Windows-1256',
  macintosh: 'Mac Roman',
  'iso-8859-2': 'ISO 8859-2',
  'windows-1250': 'Windows-1250',
  'windows-1252': 'Windows-1252',
  'windows-1254': 'Windows-1254',
  'windows-1257': 'Windows-1257',
};

/** The name of an encoding for people, by its label in `TextDecoder`. */
export const nameOfEncoding = (label: string): string => NAMES[label] ?? label;
