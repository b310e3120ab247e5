import type { Person } from './model';

const NAME =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・·ー々\s,，]+$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
const HAN = /^\p{Script=Han}+$/u;

/** Whether a name is written in Chinese, Japanese or Korean alone: the family name comes first. */
export const isCjk = (name: string): boolean => NAME.test(name) && /\p{L}/u.test(name);

/** Chinese family names of one character that nearly all have (the hundred most frequent), and those of two. */
const SINGLE = new Set(
  '王李张劉刘陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾萧蕭肖田董潘袁蔡蒋蔣余于杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎雷段史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔',
);
const DOUBLE =
  /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|夏侯|慕容|东方|東方|皇甫|尉迟|公孙|令狐|长孙|南宫|남궁|황보|제갈|선우|독고)/u;

/** How many characters of an unspaced name are its family name; 0 where that is uncertain. */
function familyLength(name: string): number {
  const length = Array.from(name).length;
  if (DOUBLE.test(name) && length > 2) return 2;
  if (HANGUL.test(name)) return length > 1 && length < 5 ? 1 : 0;
  const isChinese = HAN.test(name) && length > 1 && length < 4;
  return isChinese && SINGLE.has(name.charAt(0)) ? 1 : 0;
}

/** Whether a piece between commas is a whole name: longer than a family name or a given name, or both by its first character. */
const isWholeName = (piece: string): boolean =>
  Array.from(piece).length > 3 || (familyLength(piece) > 0 && piece.replace(DOUBLE, '') !== '');

/**
 * Whether pieces between commas are names of their own in Chinese, Japanese or Korean, not a family name and a given
 * name by turns: most are whole, and none is a family name alone.
 */
export const areCjkNames = (pieces: readonly string[]): boolean =>
  pieces.every((piece) => isCjk(piece) && Array.from(piece).length > 1) &&
  pieces.filter(isWholeName).length * 2 > pieces.length;

/** The parts of a name in Chinese, Japanese or Korean; one without a space that may be Japanese stays whole. */
export function cjkPerson(parts: readonly string[]): Person {
  const [name = '', after] = parts;
  const [first = '', ...others] = name.split(/\s+/);
  const at = after === undefined && others.length === 0 ? familyLength(first) : 0;
  const family = at > 0 ? first.slice(0, at) : first;
  const given = at > 0 ? first.slice(at) : (after ?? others.join(' '));
  return { family, given, particle: '', suffix: '', isGroup: false };
}
