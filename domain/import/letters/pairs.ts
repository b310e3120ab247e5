/** An encoding whose letters are two bytes each (https://encoding.spec.whatwg.org), and which of them are common in it. */
export interface PairEncoding {
  label: string;
  isLead: (byte: number) => boolean;
  isCommon: (lead: number, trail: number) => boolean;
  /** Leads of which a text has some. */
  needs?: (lead: number) => boolean;
}

const within = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;
/** Both bytes of a pair of EUC and GB 2312 are at least this. */
const EUC = 0xa1;

/** In the order in which they count where a text is as likely in several. */
export const PAIR_ENCODINGS: readonly PairEncoding[] = [
  {
    // Signs, wide letters, kana, and the kanji of the first level.
    label: 'shift_jis',
    isLead: (byte) => within(byte, 0x81, 0x9f) || within(byte, 0xe0, 0xfc),
    isCommon: (lead) => within(lead, 0x81, 0x83) || within(lead, 0x88, 0x97),
  },
  {
    label: 'euc-jp',
    isLead: (byte) => byte >= EUC || byte === 0x8e,
    isCommon: (lead, trail) =>
      trail >= EUC && ([0xa1, 0xa3, 0xa4, 0xa5].includes(lead) || within(lead, 0xb0, 0xcf)),
    needs: (lead) => lead === 0xa4 || lead === 0xa5,
  },
  {
    // Signs, wide letters, and syllables.
    label: 'euc-kr',
    isLead: (byte) => byte >= 0x81,
    isCommon: (lead, trail) =>
      trail >= EUC && (within(lead, 0xa1, 0xa3) || within(lead, 0xb0, 0xc8)),
  },
  {
    // Signs, wide letters, and the characters of the first level.
    label: 'gb18030',
    isLead: (byte) => byte >= 0x81,
    isCommon: (lead, trail) =>
      trail >= EUC && (lead === 0xa1 || lead === 0xa3 || within(lead, 0xb0, 0xd7)),
  },
  {
    label: 'big5',
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isCommon: (lead) => within(lead, 0xa1, 0xc6),
  },
];

/**
 * How likely bytes are letters of an encoding, 0 to 1: the share of its common letters that stand next to another.
 * A letter by itself between plain ones is one of a European language.
 */
export function likelihoodOfPairs(bytes: Uint8Array, encoding: PairEncoding): number {
  let [letters, common, needed] = [0, 0, 0];
  let end = -1;
  let wasCommon = false;
  let wasCounted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    letters += 1;
    const isNext = end === at;
    const isPair = encoding.isLead(lead) && at + 1 < bytes.length;
    const isCommon = isPair && encoding.isCommon(lead, bytes[at + 1] ?? 0);
    if (isCommon && encoding.needs?.(lead)) needed += 1;
    if (isCommon && isNext && wasCommon) {
      common += wasCounted ? 1 : 2;
      wasCounted = true;
    } else wasCounted = false;
    wasCommon = isCommon;
    if (isPair) at += 1;
    end = at + 1;
  }
  const isWanting = encoding.needs !== undefined && needed < letters / 20;
  return letters === 0 || isWanting ? 0 : common / letters;
}
