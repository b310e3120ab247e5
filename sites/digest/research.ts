import { anyOf, between, letterStems, pattern, whole, wholeLetters } from '@/domain/text/phrases';

/** Phrases by which authors speak of their own work, in languages that several patterns share. */
const RUSSIAN = `
  в (?:данной|этой|настоящей) (?:работе|статье), предлагается, мы (?:предлагаем|показываем|исследуем)
`;
const UNSPACED = `
  本文, 本研究, 我们, 我們, 本稿, 本論文, 提案(?:する|し), 本 ?논문, 본 ?연구, 우리는, 제안한다,
  في هذ[هاا] ?(?:الورقة|الدراسة|البحث)
`.trim();

/**
 * What abstracts say and few other texts do, in the languages that most abstracts are written in.
 * Authors say `OWN_WORK` of their own work; `RESEARCH` is said of any.
 */
const OWN_WORK = pattern(
  'giu',
  whole(`
    we, this (?:paper|work|article|study|thesis|survey|review|letter|note|chapter|manuscript),
    our (?:approach|method|model|results?|findings?|framework|work|experiments?|analysis|system|data),
    in this (?:paper|work|article|study)
  `),
  anyOf(String.raw`
    \bwir (?:zeigen|stellen|untersuchen|präsentieren|schlagen), \bdieser? (?:arbeit|beitrag|artikel|studie)\b
  `),
  whole(`nous, cet article, cette étude, ce travail`),
  whole(`
    este (?:trabajo|artículo|estudio|trabalho|artigo|estudo), proponemos, presentamos, propomos, apresentamos,
    mostramos
  `),
  whole(`questo (?:lavoro|articolo|studio), proponiamo, presentiamo`),
  anyOf(RUSSIAN),
  anyOf(`
    ${UNSPACED},
    इस (?:शोध|अध्ययन|लेख), אנו, במאמר, במחקר, (?:در )?این (?:مقاله|پژوهش|مطالعه)
  `),
  wholeLetters(String.raw`
    bu (?:çalışma|makale)\p{L}*, w (?:niniejszej |tej )?pracy, w artykule, proponujemy,
    dit (?:artikel|onderzoek), denna (?:artikel|studie), tässä (?:työssä|artikkelissa), kami, penelitian ini,
    chúng tôi, bài báo, nghiên cứu này, v (?:této|tomto) (?:práci|článku), у (?:цій )?(?:роботі|статті),
    στην παρούσα
  `),
  anyOf(`งานวิจัยนี้, บทความนี้`),
);
const RESEARCH = pattern(
  'giu',
  whole(String.raw`
    propos\w+, introduc\w+, present(?:s|ed|ing)? (?:a|an|the|new), novel, demonstrat\w+, investigat\w+,
    experiment\w*, evaluat\w+, outperform\w*, state-of-the-art, benchmark\w*, dataset\w*, data ?sets?,
    algorithm\w*, framework\w*, approach\w*, method\w*, model\w*, theor\w+, hypothes\w+, analy[sz]\w+,
    simulation\w*, observ\w+, estimat\w+, empirical\w*, baseline\w*, accuracy, optimi[sz]\w+, robust\w*,
    significant\w*, statistical\w*, correlat\w+, results?, findings?, conclu\w+, participants, patients, cohort,
    trial, proof, prove[sdn]?, theorem, lemma, measure\w*, parameter\w*, architecture\w*, neural, quantum,
    stochastic, mechanism\w*, literature, methodolog\w+, verfahren, ergebnisse?\w*, untersuch\w+, méthode\w*,
    résultats?, modèle\w*, método\w*, resultados?, modelo\w*, risultati, metodo\w*
  `),
  between('', `метод, модел, результат, исследован, алгоритм, эксперимент`, String.raw`\p{L}*`),
  anyOf(`
    方法, 模型, 实验, 實驗, 结果, 結果, 提出, 研究, 算法, 分析, 数据, データ, 手法, 実験, 評価, 방법, 모델, 실험, 결과, 분석, 알고리즘, نتائج, نموذج, منهج,
    خوارزمي, מחקר, שיטה, מודל, נתונ, תוצא, אלגוריתם, ניסוי, מציג, מציע, מראים, מוכיח, בוחנ, נבחנת, روش, مدل,
    نتایج, داده, پژوهش, الگوریتم
  `),
  letterStems(`
    yöntem, sonuç, model, öneri, analiz, metod, wynik, badani, algorytm, onderzoek, resultaten, resultat,
    undersök, menetelm, tulok, hasil, metode, phương pháp, kết quả, mô hình, dữ liệu, výsledk, dat[ay], дослідж,
    результат, модел, μέθοδο, αποτελέσματα, μοντέλο
  `),
  anyOf(`วิธี, แบบจำลอง, ผลการ, ทดลอง, ข้อมูล, विधि, परिणाम, मॉडल, डेटा`),
);

const count = (text: string, phrases: RegExp): number => {
  const found = new Set<string>();
  for (const match of text.matchAll(phrases)) found.add(match[0].toLowerCase());
  return found.size;
};

/** How much a paragraph speaks as an abstract does, 0 to 1: different phrases of research, and of one's own work. */
export function register(text: string): number {
  const sample = text.slice(0, 4_000);
  const own = count(sample, OWN_WORK) > 0 ? 1 : 0;
  const research = count(sample, RESEARCH);
  return Math.min(1, (own * 2 + research) / 5);
}

/** Stems of what research does. */
const DOING = anyOf(`
  propos, present, introduc, show, demonstrat, investigat, stud(?:y|ie), develop, prove, find, found,
  report, examin, explor, analy[sz], describ, review, argue, evaluat, address, deriv, establish, design,
  conduct, compar, obtain, identif, provid, consider, characteri, extend, measur, model
`);

/** Somebody who researches, and what is done in research: how an abstract, or a summary of one, says what a paper does. */
const REPORT = pattern(
  'iu',
  between(
    String.raw`\b`,
    `
    we, this (?:paper|work|article|study|thesis|survey|review|letter), the (?:paper|authors?|study|work),
    researchers
  `,
    String.raw`\b[^.!?]{0,60}?\b${DOING}`,
  ),
  anyOf(String.raw`^\W*we \p{Ll}+ (?:the|an?|how|why|what|when|where|whether|that|which)\b`),
  between(
    String.raw`^\W*`,
    `propos, introduc, present, investigat, demonstrat, show, stud, explor, develop`,
    String.raw`(?:es|s|ies)\b`,
  ),
  whole(
    `wir, nous, proponemos, presentamos, mostramos, propomos, apresentamos, proponiamo, presentiamo`,
  ),
  whole(`
    dieser? (?:arbeit|beitrag|artikel|studie), cet article, cette étude,
    este (?:trabajo|artículo|estudio|trabalho|artigo|estudo), questo (?:lavoro|articolo|studio)
  `),
  anyOf(RUSSIAN),
  anyOf(`
    ${UNSPACED},
    نقترح, نقدم, इस (?:शोध|अध्ययन|लेख), אנו, במאמר, במחקר, در این (?:مقاله|پژوهش)
  `),
  wholeLetters(String.raw`
    bu (?:çalışma|makale)\p{L}*, w (?:niniejszej |tej )?pracy, proponujemy, dit (?:artikel|onderzoek),
    penelitian ini, chúng tôi, nghiên cứu này
  `),
  anyOf(`งานวิจัยนี้`),
);

/** Whether a text says what its authors, or those of the paper it sums up, have done. */
export const speaksOfOwnWork = (text: string): boolean => REPORT.test(text.slice(0, 4_000));

/** Words that titles of papers, headings of research and names of fields hold, and names of people do not. */
export const TOPICAL = pattern(
  'i',
  whole(`
    learning, networks?, systems?, models?, modell?ing, data, analysis, theory, theorems?, algorithms?,
    methods?, approach(?:es)?, towards?, via, using, based, study, studies, review, survey, optimi[sz]ation,
    estimation, detection, prediction, recognition, generation, generative, inference, control, design,
    dynamics, quantum, neural, deep, efficient, robust, scalable, adaptive, novel, evaluation, evaluating,
    understanding, effects?, impacts?, role, evidence, representation, reasoning, language, vision, image,
    graphs?, causal, stochastic, linear, nonlinear, bayesian, statistical, framework, benchmark, datasets?,
    evolution, structure, properties, observations?, measurements?, simulations?, physics, chemistry, biology,
    cells?, proteins?, gene, genome, clinical, patients?, trial, disease, cancer, galax(?:y|ies), stellar,
    planets?, equations?, problems?, spaces?, groups?, programs?, programming, software, security, privacy,
    protocols?, distributed, parallel, memory, storage, performance, computing, computation, policy,
    reinforcement, transformers?, diffusion, attention, logic, science, sciences, engineering, research,
    information, technology, mathematics, proceedings, proc, conference, workshop, symposium, journal,
    transactions, university, institute, department, lab, laboratory, working, papers?, series, vol, preprint,
    arxiv, session, chaired, keynote, registration, lunch, coffee, the, our, your, view, reply, quote, join,
    industry, abstracts?, ideas, tracks?, artifacts?, access, city, chapter, ieee, acm, siam, ifac, usenix, springer, elsevier, congrès, congreso, congress, tagung,
    annu[ae]l, jpn, math, appl, commun, phys, numer, comput, details, profile, verified, purchased?, read, posted, comments?, replies, categories, format, edition,
    download, subscribe, log ?in, reports?, forums?, topics?, threads?, members?, beitrag, beiträge, themen,
    antworten, nachricht, réponses, respuestas, mensajes, office, notice, memorandum
  `),
);

/** Words of titles that only research uses: weak evidence each, telling over a whole list. */
export const SCHOLARLY_TITLE = pattern(
  'iu',
  whole(String.raw`
    learning, networks?, models?, modell?ing, analysis, theor(?:y|em|ems), algorithms?, methods?,
    approach(?:es)?, towards?, via, stud(?:y|ies), survey, systematic, optimi[sz]\w+, estimat\w+, detection,
    prediction, recognition, inference, dynamics, quantum, neural, scalable, adaptive, evaluat\w+, effects?,
    impacts? of, role of, representation\w*, reasoning, graphs?, causal, stochastic, nonlinear, bayesian,
    framework, benchmark\w*, datasets?, evolution, properties, observations?, measurements?, simulations?,
    proteins?, gen(?:e|es|omic|ome), clinical, cohort, randomi[sz]ed, equations?, distributed, computation\w*,
    reinforcement, transformers?, diffusion, semantic, latent, inverse, spectr\w+, multi-?\w+, self-\w+,
    few-shot, zero-shot, unsupervised, supervised, large-scale, high-\w+, low-\w+, \w+-based, \w+-aware,
    \w+-driven, untersuchung\w*,
    \w*(?:modelle?n?|algorithmen|optimierung|erkennung|vorhersage|schätzung|regelung), analyse, étude, análisis,
    análise, estudio, apprentissage, modèles?, verfahren
  `),
  anyOf(String.raw`
    [\p{L}\d-]{2,}: \p{L}\S*(?: \S+){3}, 研究, 分析, 基于, 基於, 方法, モデル, 学習, における, に関する, анализ, исследование, метод,
    연구, 기반, 분석, 학습
  `),
);
