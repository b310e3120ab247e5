import { describe, expect, test } from 'vitest';
import { decodedText } from '@/domain/import/chunks';
import type { Letters } from '@/domain/import/letters/decoder';
import { read, viewsOf } from '../export/library';

/** The bytes of each letter in an encoding, found by reading all bytes and pairs of them. */
function tableOf(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let lead = 0x80; lead < 0x100; lead += 1) {
    const single = decoder.decode(Uint8Array.of(lead));
    if (single.length === 1 && single !== '\ufffd') table.set(single, [lead]);
    for (let trail = 0x40; trail < 0x100; trail += 1) {
      const pair = decoder.decode(Uint8Array.of(lead, trail));
      if (pair.length === 1 && pair !== '\ufffd' && !table.has(pair))
        table.set(pair, [lead, trail]);
    }
  }
  return table;
}

function encoded(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(
    Array.from(text, (letter) => {
      const bytes = letter < '\u0080' ? [letter.charCodeAt(0)] : table.get(letter);
      if (!bytes) throw new Error(`${letter} is none of ${encoding}`);
      return bytes;
    }).flat(),
  );
}

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function textOf(bytes: Uint8Array, length = bytes.length): Promise<[string, Letters]> {
  let letters: Letters = { encoding: '', repaired: -1 };
  const text = await Array.fromAsync(
    decodedText(inPieces(bytes, length), {
      mayBeOld: true,
      heard: (heard) => {
        letters = heard;
      },
    }),
  );
  return [text.join(''), letters];
}

const ris = (author: string, title: string): string =>
  `TY  - JOUR\nAU  - ${author}\nTI  - ${title}\nJO  - Journal of Ponds\nER  - \n`;

const FILES: [encoding: string, author: string, title: string][] = [
  ['shift_jis', '山田 太郎', '小さな池における潮汐の観測について'],
  ['shift_jis', '佐藤, 花子', 'ニューラルネットワークを用いた画像認識'],
  ['euc-jp', '山田 太郎', '小さな池における潮汐の観測について'],
  ['euc-kr', '김철수', '작은 연못의 조석에 관한 연구'],
  ['gb18030', '王小明', '小池塘潮汐的观测与分析'],
  ['gb18030', '张伟', '潮汐'],
  ['gb18030', '李四', '基于深度学习的图像识别方法研究（综述）'],
  ['big5', '陳大文', '小池塘潮汐的觀測與分析'],
  ['windows-1251', 'Иванов И. И.', 'Приливы в малых прудах — наблюдения'],
  ['windows-1251', 'Шевченко Т.', 'Припливи у малих ставках: спостереження'],
  ['koi8-r', 'Иванов И. И.', 'Приливы в малых прудах: наблюдения'],
  ['windows-1253', 'Παπαδόπουλος Γ.', 'Παλίρροιες σε μικρές λίμνες'],
  ['windows-1255', 'כהן ד.', 'גאות ושפל בבריכות קטנות'],
  ['windows-1256', 'أحمد', 'المد والجزر في البرك الصغيرة'],
  ['windows-1252', 'Müller, Jürgen', 'Über Gezeiten in kleinen Teichen – naïve Cafés'],
  ['windows-1252', 'Åsberg, Å.', 'Tides'],
  ['windows-1252', 'Núñez, José', '¿Mareas? À propos de «marées» à 5 m³ et 20°C'],
  ['windows-1252', 'Sørensen, Ærø', 'Tidevand på Færøerne ©2020'],
  ['macintosh', 'Müller, René', 'Über Gezeiten à Genève'],
  ['windows-1250', 'Dvořák, Jiří', 'Příliš žluťoučký rybník: měření přílivů v městě'],
  ['windows-1250', 'Kowalski, Łukasz', 'Pływy w małych stawach: badanie żółtych łąk'],
  ['iso-8859-2', 'Novák, Jiří', 'Žluťoučký rybník a měření'],
  ['windows-1250', 'Vzorový, Jiří', 'Tides and currents'],
  ['windows-1250', 'Muster, Jürgen; Wzorek, Bogusław', 'Über Gezeiten in großen Teichen'],
  ['windows-1250', 'Minta Gergő', 'Árapály a kis tavakban: mérések és új módszerek az erdőből'],
  ['windows-1250', 'Exemplu, Răzvan', 'Mareele în lacuri mici: măsurători şi date'],
  ['windows-1250', 'Primjerić, Saša', 'Plima u malim jezerima'],
  ['windows-1254', 'Örnek, Ayşe', 'Küçük göllerde gelgit: ölçüm ve sonuçları'],
  ['windows-1254', 'Numunecioğlu, Işıl', 'Tides in small ponds'],
  ['windows-1254', 'İMRE, ÇAĞLA', 'Öğrenmeye dayalı yaklaşım'],
  ['windows-1257', 'Pavyzdys, Žygimantas', 'Potvyniai mažuose ežeruose: matavimų duomenys'],
  ['windows-1257', 'Paraugs, Ģirts', 'Paisums mazos dīķos: mērījumi un to nozīme'],
  ['windows-1252', 'Dæmi, Þórður', 'Sjávarföll í litlum tjörnum og það sem þau gera'],
  ['windows-1252', 'Exemplo, João', 'Marés em lagoas: observações e previsões'],
  ['windows-1252', 'Exemple, Thérèse', 'Là-bas, les marées où l’on pêche: théorème et problème'],
  ['windows-1252', 'Exemple, Núria', 'Marees als estanys petits: anàlisi, però també història'],
  ['windows-1252', 'Esempio, Niccolò', 'Perché le maree? Città e università più vicine'],
  ['windows-1252', 'Näidis, Jõgi', 'Tõusud väikestes tiikides'],
  ['macintosh', 'Ejemplo, José', 'Las mareas pequeñas: también un método'],
  ['macintosh', 'Forhøj, Søren', 'Tidevand på små søer'],
];

describe('a file from before UTF-8 is read in the encoding that it is in', () => {
  test.each(FILES)('%s: %s, %s', async (encoding, author, title) => {
    const file = ris(author, title);
    expect(await textOf(encoded(file, encoding))).toEqual([file, { encoding, repaired: 0 }]);
  });
  test('whatever its pieces are, also where the first of them are plain', async () => {
    for (const [encoding, author, title] of FILES) {
      const file = ris('Example, A.', 'Tides').repeat(3) + ris(author, title);
      const bytes = encoded(file, encoding);
      for (const length of [1, 7, 64]) expect((await textOf(bytes, length))[0]).toBe(file);
    }
  });
});

describe('UTF-8', () => {
  const file = ris('Müller, Jürgen; 王小明', 'Tides — 潮汐 😀');
  const bytes = new TextEncoder().encode(file);
  test('in pieces that part its letters', async () => {
    for (const length of [1, 2, 3, 1_000])
      expect(await textOf(bytes, length)).toEqual([file, { encoding: 'utf-8', repaired: 0 }]);
  });
  test('with an entry that was pasted from an older file', async () => {
    const older = encoded(ris('Muñoz, A.', 'Mareas'), 'windows-1252');
    const both = Uint8Array.from([...bytes, ...older]);
    for (const length of [5, 1_000])
      expect(await textOf(both, length)).toEqual([
        file + ris('Muñoz, A.', 'Mareas'),
        { encoding: 'utf-8', repaired: 1 },
      ]);
  });
  test.each<[string, string, string]>([
    ['windows-1250', 'Vzorový, Jiří', 'Měření přílivů'],
    ['windows-1254', 'Numunecioğlu, Işıl', 'Öğrenmeye dayalı yaklaşım'],
    ['windows-1251', 'Образцов И. И.', 'Приливы в малых прудах'],
    ['gb18030', '王小明', '小池塘潮汐的观测与分析'],
    ['euc-kr', '김철수', '작은 연못의 조석에 관한 연구'],
  ])('with an entry in %s', async (encoding, author, title) => {
    const own = new TextEncoder().encode(file.repeat(9));
    const both = Uint8Array.from([...own, ...encoded(ris(author, title), encoding), ...bytes]);
    const [text, letters] = await textOf(both, 1_000);
    expect(text).toBe(file.repeat(9) + ris(author, title) + file);
    expect(letters.encoding).toBe('utf-8');
    expect(letters.repaired).toBeGreaterThan(0);
  });
  test.each<[string, string, string]>([
    [
      'windows-1252',
      'Müller, Jürgen',
      'Über Gezeiten in kleinen Teichen: größere Wellen, ähnlich wie früher',
    ],
    ['windows-1250', 'Vzorový, Jiří', 'Příliš žluťoučký rybník: měření přílivů'],
  ])('of one entry in a file in %s', async (encoding, author, title) => {
    const older = ris(author, title).repeat(2);
    const own = ris('Müller, Jürgen', 'Größe — “so”');
    const both = Uint8Array.from([...encoded(older, encoding), ...new TextEncoder().encode(own)]);
    expect(await textOf(both, 50)).toEqual([older + own, { encoding, repaired: 0 }]);
  });
  test('that is cut off within a letter', async () => {
    expect((await textOf(bytes.subarray(0, bytes.indexOf(0xc3) + 1)))[0]).toMatch(/^TY/);
  });
});

test('a large file is read in the encoding of its letters, not of its first ones', async () => {
  const file = `${ris('Sørensen, A.', 'Tides')}${ris('Иванов И. И.', 'Приливы в малых прудах').repeat(200)}`;
  const bytes = encoded(file.replace('ø', 'о'), 'windows-1251');
  const { library } = await read('ris', (await textOf(bytes, 50))[0]);
  expect(viewsOf(library).map(({ title }) => title)).toContain('Приливы в малых прудах');
});

test('letters without an end are read in a moment', async () => {
  const letters = Array.from({ length: 200_000 }, (_, at) => [0xe4, 0xfd, 0xf5, 0x61][at % 4] ?? 0);
  expect((await textOf(Uint8Array.from(letters), 1_000))[0]).toHaveLength(200_000);
});
