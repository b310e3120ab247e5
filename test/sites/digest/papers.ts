/** Made-up papers, to build pages from. */
export interface MadePaper {
  title: string;
  authors: string[];
  abstract: string;
  venue: string;
  year: number;
  arxiv: string;
}

const make = (
  index: number,
  title: string,
  authors: string,
  venue: string,
  abstract: string,
): MadePaper => ({
  title,
  authors: authors.split(/[,،] /),
  abstract,
  venue,
  year: 2019 + (index % 6),
  arxiv: `${2001 + (index % 12)}.${String(10_000 + index * 137).slice(0, 5)}`,
});

const ENGLISH: [title: string, authors: string, venue: string, abstract: string][] = [
  [
    'Slow Rivers, Fast Floods: Estimating Peak Discharge from Sparse Gauges',
    'Mirela Osk, Tobias Hanewald, Jun Arakida',
    'Journal of Invented Hydrology',
    'Floods are measured where gauges stand, and most rivers have none. We propose a method that estimates peak discharge from few gauges and a terrain model. On 212 recorded floods the error is half that of the usual regional formula. The estimates come with intervals that hold what they promise.',
  ],
  [
    'Do Goats Count? Numerosity in Free-Ranging Herds',
    'Ilse van Drongelen, Paolo Sestri',
    'Proceedings of the Animal Cognition Workshop',
    'Whether goats tell four from five is open. In this study we watched 48 animals choose between troughs that differed in number but not in amount. They chose the larger number in 71% of the trials, and training made no difference. The results suggest a sense of number that needs no language.',
  ],
  [
    'Quilted Attention: Sharing Keys Between Neighbouring Layers',
    'Ravi Chandrakant, Lena Mosebach, Olu Adeyemo, Kim Seo-yun',
    'Conference on Made-up Learning Systems',
    'The memory of transformer models is mostly keys and values. We introduce quilted attention, which shares them between neighbouring layers and trains the rest to cope. It halves the memory at equal accuracy on five benchmarks. An analysis of the shared heads explains why nothing is lost.',
  ],
  [
    'A Note on Bounded Gaps in Lacunary Sequences',
    'Fyodor Almazov',
    'Annals of Fictional Mathematics',
    'We prove that every lacunary sequence with ratio above two has a thinning whose gaps are bounded by a constant that depends on the ratio alone. The proof is elementary and gives the constant. An example shows that the bound is sharp.',
  ],
  [
    'Kelp Forests as Carbon Sinks: A Twelve-Year Record from the Faroe Shelf',
    'Annika Dalsgaard, Hugh MacIntyre, Sofia Reyes Molina',
    'Marine Letters',
    'How much carbon kelp buries is disputed. This paper reports twelve years of cores and drift measurements from one shelf. Burial accounts for a tenth of the growth, less than models assume, and storms decide how much of it stays. We discuss what that means for carbon budgets.',
  ],
  [
    'Compiling Away Exceptions in Low-Latency Trading Languages',
    'Grace Obuya, Daniel Fink',
    'Symposium on Imagined Programming Languages',
    'Exceptions cost time exactly where time is short. We present a compiler that turns them into values without changing the source language, and prove that it keeps the meaning of programs. On four production systems the worst-case latency falls by a third.',
  ],
  [
    'When Nurses Override Alarms: An Observational Study in Nine Wards',
    'Helene Brandt, Yusuf Demirci, Clara Nunes',
    'Clinical Practice Reports',
    'Alarms that ring too often are not heard. We observed 1,840 alarms in nine wards and recorded who silenced them and why. Two thirds were overridden within ten seconds, mostly for good reasons. The findings show which thresholds could be raised without harm to patients.',
  ],
  [
    'Tracing Dyes in Bronze Age Textiles with Portable Spectroscopy',
    'Nadia Ferhat, Oskar Lindqvist',
    'Archaeometry Notes',
    'Samples of ancient textiles are rarely given away. We demonstrate that a portable spectrometer identifies six dyes through the glass of a display case. The measurements agree with laboratory analyses of the same pieces, and madder turns up two centuries earlier than thought.',
  ],
  [
    'Sparse Voting Rules for Committees of a Thousand Members',
    'Wen Jiatong, Bram de Witte, Sarah Okonkwo-Hill',
    'Conference on Fabricated Economics',
    'Most voting rules ask for more than people can tell. We study rules in which each member ranks a handful of random candidates, and show that the winner is nearly always the same. Simulations with ballots from eleven elections support the theory.',
  ],
  [
    'Grain Boundaries in Twisted Bilayers: What the Second Harmonic Sees',
    'Pekka Virtala, Marta Kowalczyk, Ren Nakahara',
    'Physical Reports of Nowhere',
    'Grain boundaries decide the transport in twisted bilayers, but are hard to see. We show that their second harmonic signal tells the angle on both sides, and measure it on forty devices. A model with one free parameter reproduces the data.',
  ],
  [
    'Teaching Recursion Backwards: A Randomised Classroom Trial',
    'Jolanda Petit, Amos Kariuki',
    'Journal of Computing Classrooms',
    'Recursion is taught from the base case up. In a trial with 412 students we compared this with teaching from the recursive step down. Students of the second group solved more transfer problems after six weeks. The effect was largest for those without prior experience.',
  ],
  [
    'Language Models Cannot Yet Read Tide Tables',
    'Tomasz Wierzba, Ingrid Solheim, Kofi Mensah',
    'Workshop on Numerals in Text',
    'Tables of numbers remain difficult for language models. We build a benchmark of 3,000 questions over real tide tables and evaluate nine models. The best answers 58% correctly, and fails wherever two columns must be compared. A simple tool call repairs most errors.',
  ],
];

export const PAPERS: MadePaper[] = ENGLISH.map((paper, index) => make(index, ...paper));

type Short = [title: string, authors: string, abstract: string];

const inLanguage = (venue: string, papers: Short[]): MadePaper[] =>
  papers.map(([title, authors, abstract], index) =>
    make(index + 20, title, authors, venue, abstract),
  );

/** Papers in other languages and scripts, right-to-left ones among them. */
export const LANGUAGES: Record<string, MadePaper[]> = {
  de: inLanguage('Zeitschrift für erfundene Forschung', [
    [
      'Grundwasser unter Gletschern: Eine Abschätzung aus Schwerefeldmessungen',
      'Jörg Löwenthal, Änne Großmann',
      'Wie viel Wasser unter Gletschern fließt, ist kaum bekannt. Wir zeigen, dass Messungen des Schwerefelds eine Abschätzung erlauben. Die Ergebnisse stimmen mit Bohrungen an drei Orten überein, und das Verfahren lässt sich auf andere Gebiete übertragen.',
    ],
    [
      'Verständliche Bescheide: Eine Untersuchung der Sprache von Behörden',
      'Katrin Mühlbauer, Sven Oltmanns',
      'Bescheide von Behörden gelten als schwer verständlich. In dieser Studie untersuchen wir 900 Schreiben aus zwölf Städten. Kürzere Sätze helfen weniger als erwartet; entscheidend ist, ob die Folge zuerst genannt wird. Die Ergebnisse wurden mit 200 Personen geprüft.',
    ],
    [
      'Optimierung von Fahrplänen bei unsicheren Umsteigezeiten',
      'Petra Szymanski, Dirk Voss',
      'Fahrpläne nehmen an, dass Umsteigen immer gleich lange dauert. Wir stellen ein Modell vor, das die Unsicherheit berücksichtigt, und ein Verfahren, das es löst. Für drei Netze sinkt die Zahl verpasster Anschlüsse um ein Fünftel.',
    ],
    [
      'Moore als Archive: Pollenanalyse eines Profils aus dem Alpenvorland',
      'Theresia Huber, Lukas Ehrenreich',
      'Moore bewahren, was über sie wehte. Diese Arbeit beschreibt ein Profil von sieben Metern und die Untersuchung seiner Pollen. Der Ackerbau beginnt früher als bisher angenommen. Die Methode trennt Fernflug von örtlichem Bewuchs.',
    ],
  ]),
  es: inLanguage('Revista de Estudios Imaginarios', [
    [
      'Sequías prolongadas y migración interna: un análisis de panel municipal',
      'Lucía Benavides, Óscar Peñalver',
      'La relación entre sequía y migración se discute desde hace años. En este trabajo analizamos un panel de 480 municipios durante tres décadas. Los resultados muestran que la migración aumenta solo tras dos años secos seguidos. El modelo controla los precios agrícolas.',
    ],
    [
      'Aprendizaje automático para la detección temprana de plagas en olivares',
      'Inés Carrascosa, Joaquín Ferrer',
      'Las plagas se detectan cuando el daño está hecho. Proponemos un método de detección temprana con imágenes de teléfono. En doce olivares el modelo reconoce la plaga nueve días antes que la inspección habitual. Los datos quedan abiertos.',
    ],
    [
      'La entonación de las preguntas en el español de la costa',
      'Marina Iribarne, Pablo Quiroga',
      'Este estudio describe la entonación de 1.200 preguntas grabadas en cinco puertos. Presentamos una clasificación en cuatro tipos y evaluamos su distribución por edad. Los jóvenes usan una curva que los mayores reservan a la sorpresa.',
    ],
    [
      'Puentes de piedra y vibración: medidas en cuatro viaductos históricos',
      'Rodrigo Salvatierra, Elena Ochoa',
      'Los puentes antiguos no se proyectaron para el tráfico de hoy. Este artículo presenta medidas de vibración en cuatro viaductos y un modelo que las explica. Los resultados indican que el relleno, y no la piedra, limita la carga.',
    ],
  ]),
  zh: inLanguage('虚构学报', [
    [
      '基于稀疏水文站的山区洪峰流量估计方法研究',
      '李文博, 张雨桐, 王思远',
      '山区河流大多没有水文站。本文提出一种基于少量站点和地形模型的洪峰流量估计方法。在二百余场洪水上的实验表明，误差比常用公式降低一半，并且给出的区间是可靠的。',
    ],
    [
      '面向古籍图像的端到端文字识别模型',
      '陈嘉怡, 刘子墨',
      '古籍图像版面复杂，文字识别困难。我们提出一个端到端模型，将版面分析与文字识别结合起来。实验结果表明，该方法在三个数据集上优于现有模型，对残损字的识别提高尤为明显。',
    ],
    [
      '城市夜间灯光与居民睡眠质量的关系分析',
      '赵明轩, 孙若曦, 周晓彤',
      '夜间灯光是否影响睡眠尚无定论。本研究分析了十二个城市八千名居民的调查数据。结果表明，窗外亮度与入睡时间相关，而与睡眠总时长无关。研究方法考虑了收入与噪声。',
    ],
    [
      '量子点发光器件中载流子泄漏的测量',
      '吴承泽, 郑一诺',
      '载流子泄漏限制了量子点器件的效率。我们测量了四十个器件，并提出一个只有一个参数的模型。实验结果与模型一致，说明泄漏主要发生在界面。数据与算法已公开。',
    ],
  ]),
  ja: inLanguage('架空学会論文誌', [
    [
      '疎な観測点を用いた洪水ピーク流量の推定手法',
      '山田 健一, 佐藤 美咲',
      '多くの河川には観測点がない。本論文では、少数の観測点と地形モデルから洪水のピーク流量を推定する手法を提案する。二百件の記録による実験で、従来の公式に比べて誤差を半分に減らせることを示した。',
    ],
    [
      '高齢者の対話における相槌のタイミングに関する分析',
      '鈴木 大輔, 高橋 彩香',
      '相槌は会話を支える。本研究では、高齢者百名の対話を収録し、相槌のタイミングを分析した。結果として、聞き手の年齢よりも話題の親しみやすさが影響することが分かった。データは公開している。',
    ],
    [
      '小型衛星の姿勢制御における強化学習の有効性評価',
      '伊藤 翔太, 渡辺 結衣',
      '小型衛星では計算資源が限られる。本稿では、強化学習による姿勢制御の手法を評価する。実験の結果、従来の制御に比べて消費電力を二割減らせることを示した。モデルの大きさについても議論する。',
    ],
    [
      '古民家の温熱環境に関する長期測定と数値モデル',
      '中村 悠人, 小林 真由',
      '古民家の夏は涼しいといわれる。本研究では、八棟の温熱環境を三年間測定し、数値モデルを構築した。結果は、土間の蓄熱が主な要因であることを示している。手法は他の建物にも使える。',
    ],
  ]),
  ar: inLanguage('مجلة البحوث المتخيلة', [
    [
      'تقدير ذروة الفيضانات من محطات قليلة في المناطق الجبلية',
      'ليلى المنصوري، كريم بن يوسف',
      'لا توجد محطات قياس على معظم الأنهار الجبلية. في هذا البحث نقترح طريقة لتقدير ذروة الفيضان من عدد قليل من المحطات ونموذج للتضاريس. تظهر النتائج أن الخطأ أقل بمقدار النصف من الطرق المعتادة في جميع الأحواض التي درسناها.',
    ],
    [
      'التعرف على الخط العربي القديم باستخدام الشبكات العصبية',
      'سارة الحداد، عمر الزهراني',
      'المخطوطات القديمة صعبة القراءة على الآلة. نقدم نموذجا يجمع بين تحليل الصفحة والتعرف على الكلمات. تبين النتائج أن النموذج يتفوق على الطرق السابقة في ثلاث مجموعات من البيانات، ولا سيما في الصفحات التالفة.',
    ],
    [
      'أثر الإضاءة الليلية في نوم سكان المدن الساحلية',
      'هدى الفاسي، يونس العلوي',
      'يختلف الباحثون في أثر الضوء على النوم. في هذه الدراسة حللنا بيانات ثمانية آلاف من سكان المدن الساحلية. تظهر النتائج أن الضوء يؤخر وقت النوم ولا يقصر مدته، وأن الضوضاء عامل أهم مما كان يظن.',
    ],
    [
      'نموذج رياضي لحركة الكثبان الرملية حول الطرق',
      'منى الشريف، طارق القاسمي',
      'تغطي الكثبان الطرق في الصحراء كل عام. نقترح نموذجا رياضيا لحركة الكثبان حول الطرق ونختبره بقياسات من ثلاثة مواقع. تتفق النتائج مع القياسات وتدل على أن اتجاه الحاجز أهم من ارتفاعه.',
    ],
  ]),
  ru: inLanguage('Журнал вымышленных исследований', [
    [
      'Оценка максимального расхода рек по редкой сети постов',
      'Анна Беляева, Игорь Соколов',
      'На большинстве рек нет постов наблюдения. В данной работе предлагается метод оценки максимального расхода по редкой сети и модели рельефа. Эксперименты на двухстах паводках показывают, что ошибка вдвое меньше обычной. Результаты сопровождаются интервалами.',
    ],
    [
      'Исследование интонации вопросов в северных говорах',
      'Мария Ершова, Павел Громов',
      'Интонация вопросов в говорах описана мало. В этой статье исследованы тысяча двести записей из пяти деревень. Предлагается классификация из четырёх типов. Результаты показывают, что молодые говорящие переносят кривую удивления на обычный вопрос.',
    ],
    [
      'Модель переноса наносов в дельтах с переменным стоком',
      'Олег Тимофеев, Дарья Лебедева',
      'Дельты меняются быстрее карт. Мы предлагаем модель переноса наносов, которая учитывает переменный сток. Сравнение с измерениями за десять лет показывает хорошее согласие. Метод требует только спутниковых снимков.',
    ],
    [
      'Алгоритм раскраски планарных графов с малой памятью',
      'Никита Воронин, Елена Шубина',
      'Большие графы не помещаются в память. В данной работе предлагается алгоритм раскраски, которому достаточно памяти порядка корня из числа вершин. Доказана оценка числа цветов. Эксперименты подтверждают теоретический результат.',
    ],
  ]),
};
