import { anyOf, between, pattern, whole } from '@/domain/text/phrases';

/** Text beside papers that is no paper: labels of links, controls, sections of pages. */
const LABEL = pattern(
  'iu',
  between(
    String.raw`^\W*(?:`,
    String.raw`
    pdf, html, paper, papers, arxiv, doi, bib, bibtex, bibtext, cite, code, github, slides?, posters?, video,
    talk, demo, project(?: page)?, website, web ?page, page, data, dataset, supp(?:l|lementary)?(?: material)?,
    supplement(?:ary|al)?(?: materials?)?, (?:full|short|long|extended) (?:papers?|abstracts?|texts?),
    appendix, abstract, abs, link, links?, url, read, read more,
    read (?:the )?(?:full )?(?:paper|article|story), learn more, more, continue reading, view, open, download,
    full ?text, share, save, comments?, discuss, reply, subscribe, unsubscribe, sign (?:in|up), log ?in,
    register, home, about, contact, search, next, prev(?:ious)?, back to top, top, menu, skip to \w+,
    show (?:more|less|all|abstract), hide, edit, tweet, press, media, news, blog(?: post)?, award, oral,
    spotlight, best paper(?: award)?, null, none, n/a, new, title, authors?, date, publish date, venue, year,
    citation, cited by \d*, related articles, all \d+ versions, mehr, weiterlesen, lire la suite, leer más,
    阅读全文, 更多, 続きを読む
  `,
    String.raw`(?![\p{L}\d])\W*)+$`,
  ),
);
const MONTHS = anyOf(`
  jan(?:uary)?, feb(?:ruary)?, mar(?:ch)?, apr(?:il)?, may, june?, july?, aug(?:ust)?, sept?(?:ember)?,
  oct(?:ober)?, nov(?:ember)?, dec(?:ember)?,
  januar, februar, märz, mai, juni, juli, okt(?:ober)?, dez(?:ember)?,
  janvier, février, mars, avril, juin, juillet, août, septembre, octobre, novembre, décembre,
  enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre,
  janeiro, fevereiro, março, maio, junho, julho, setembro, outubro, dezembro,
  gennaio, febbraio, aprile, maggio, giugno, luglio, settembre, ottobre, dicembre,
  января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября, ноября, декабря
`);
const DATE_LEAD = new RegExp(
  `^\\W*(?:\\d{1,2}[.,]?(?:st|nd|rd|th)?\\s+(?:de\\s+)?${MONTHS}|${MONTHS}\\.?\\s+\\d{1,2}),?\\s+(?:de\\s+)?(?:19|20)\\d\\d(?!\\d)`,
  'iu',
);
const DATE = new RegExp(
  `^\\W*(?:(?:published|posted|submitted|updated|on|mon|tue|wed|thu|fri|sat|sun)\\w*,?\\s*:?\\s*)*(?:\\d{1,2}(?:st|nd|rd|th)?[.,]?\\s+(?:de\\s+)?)?${MONTHS}\\.?(?![\\p{L}])(?:[\\s\\d,.:–-]|(?<=\\d)(?:st|nd|rd|th)|${MONTHS})*\\w{0,4}\\W*$|^[\\d\\s./:年月日-]+$`,
  'iu',
);
const VENUE = pattern(
  'iu',
  between(
    String.raw`\b`,
    String.raw`
    proceedings, proc\., conference, symposium, workshop, journal, transactions, trans\., j\. \p{L}, letters,
    review of, annals, lecture notes, arxiv, preprint, vol(?:ume|\.)\s*\d, no\.\s*\d, pp\.\s*\d, pages\s+\d,
    (?:university|academic|mit|acm|ieee) press, in submission, under review, to appear,
    accepted (?:at|to|by|for), (?:master|bachelor|diplom|doktor)arbeit,
    (?:ph\.?d\.?|master['’]?s?|bachelor['’]?s?|doctoral) (?:thesis|dissertation), habilitation, thèse, tesis,
    tagung, actes, revue, revista, zeitschrift, zbornik
  `,
    String.raw`(?!\p{L})`,
  ),
  anyOf(`学报, 學報, 会议, 论文集, 学会, 論文誌, 학회, 학술, журнал, вестник`),
);
/** Names of conferences and journals that are words too count when written as names, or with a year. */
const VENUE_NAME = pattern(
  'u',
  between(
    String.raw`\b`,
    `
    NeurIPS, NIPS, ICML, ICLR, CVPR, ICCV, ECCV, WACV, BMVC, ACL, EMNLP, NAACL, EACL, COLING, CoNLL, AAAI,
    IJCAI, UAI, AISTATS, COLT, KDD, WSDM, CIKM, RecSys, SIGIR, ECIR, WWW, CHI, CSCW, UIST, SIGMOD, PODS, VLDB,
    PVLDB, ICDE, EDBT, SOSP, OSDI, NSDI, SIGCOMM, EuroSys, ASPLOS, ISCA, MICRO, HPCA, PLDI, POPL, OOPSLA, ICFP,
    ICSE, FSE, ASE, ISSTA, CCS, USENIX, NDSS, CRYPTO, STOC, FOCS, SODA, SIGGRAPH, ICRA, IROS, CoRL, RSS,
    INTERSPEECH, Interspeech, ICASSP, MICCAI, JMLR, TMLR, TACL, TPAMI, IJCV, PNAS, PRL, PRX, JACS, ApJ, MNRAS,
    A&A, JHEP, BMJ, JAMA, PLoS, PLOS, eLife, Nature, Science, Cell, Lancet
  `,
    String.raw`\b(?!\s+(?:of|and|in|for)\b)`,
  ),
  anyOf(String.raw`\b\p{L}{3,12}\s*(?:['’]|20)[012]\d\b`),
);
const YEAR = /(?:^|\D)(?:19[5-9]\d|20[0-4]\d)(?!\d)|['’]\d\d\b/;
const TRADE =
  /[€£¥]\s?\d|(?<![\\=}])\$\s?\d(?![\d.,]*\$|[^$]{0,80}[\\^_{][^$]{0,80}\$)|\d\s?[kM]?\s?(?:€|£|USD|EUR|kr)(?!\w)|\badd to (?:cart|bag|basket)\b|\bin stock\b|\bfree shipping\b|\bbuy now\b|\bsale\b.*%|% off\b|\d+(?:[.,]\d+)? ?out of 5|★{2,}/i;
const FEED = pattern(
  'iu',
  anyOf(String.raw`
    \bread (?:more|on|the (?:full|rest))\b, \bcontinue reading\b, \bmin(?:ute)?s? read\b,
    \b\d+\s*(?:comments?|repl(?:y|ies)|views?|likes?|upvotes?|shares?|answers?|votes?|points?)\b,
    \b(?:\d+|an?)\s*(?:minutes?|hours?|hrs?|days?|weeks?|months?|years?) ago\b, \bposted (?:by|in|on)\b,
    \blast (?:post|reply)\b, \bfiled under\b, \b(?:in )?this (?:blog )?post\b,
    \btoday,? we(?:['’]re| are)? (?:\p{L}+ing|introduce|announce|launch|release|share)\b,
    \bwe(?:['’]re| are) (?:excited|happy|proud|thrilled) to\b, \bcategor(?:y|ies):, \btags?:, \bshare this\b,
    \b(?:weiter|mehr) ?lesen\b, \blire (?:la suite|plus)\b
  `),
  between(
    String.raw`\b`,
    `
    leer más, sig(?:ue|a) leyendo, seguir leyendo, leia mais, continue lendo, leggi (?:tutto|di più|ancora),
    continua a leggere, lees (?:meer|verder), czytaj (?:więcej|dalej), läs mer, baca selengkapnya, devamını oku
  `,
    String.raw`(?!\p{L})`,
  ),
  anyOf(`читать (?:далее|дальше|полностью), подробнее, 阅读全文, 続きを読む, 더 ?보기`),
);

const KIND_OF_PAPERS = anyOf(`
  accepted, selected, recent, research, conference, journal, workshop, full, short, regular, long, technical,
  invited, demo, poster, refereed, reviewed, contributed, working, best, top, new, latest, all, list of
`);

/** Headings above lists of papers. */
const ANNOUNCEMENT = pattern(
  'iu',
  whole(`
    ${KIND_OF_PAPERS} (?:papers|posters|articles|manuscripts|submissions|talks),
    papers, publications, preprints, proceedings, (?:technical|conference|scientific) program(?:me)?,
    programme scientifique, communications, theses, dissertations, veröffentlichungen, publikationen,
    abschlussarbeiten, publicaciones, artículos, publicações, artigos, pubblicazioni, articles scientifiques
  `),
  anyOf(String.raw`
    публикации, содержание, 论文, 論文, 发表, 目录, 目次, 第\s*\d+\s*[期号卷], 研究発表, 논문, 학술대회, منشورات, أبحاث, פרסומים,
    מאמרים, yayınlar, publikacje, publicaties, publikationer, julkaisut
  `),
);

/** What takes place at a conference and is no paper. */
const EVENT = pattern(
  'iu',
  between(
    String.raw`^\W*`,
    String.raw`
    keynote, invited (?:talk|lecture|speaker|session), tutorials?, panel, plenary, opening, closing, welcome,
    registration, business meeting, awards?, banquet, reception, breakfast, lunch, dinner, coffee, tea, break,
    poster session, doctoral consortium, excursion, social (?:event|programme?), hackathon,
    preface, foreword, front ?matter, author index, (?:\p{L}+ ){0,3}session, chairs?\b, moderators?, speakers?, main conference,
    day (?:\d|one|two|three|four|five)
  `,
    String.raw`\b(?![-–])`,
  ),
  anyOf(
    String.raw`\([^()]{0,12}\bchair\b, \b(?:international |\d+\p{Ll}\p{Ll} )workshop\b, \bworkshop$`,
  ),
  between(
    String.raw`\b`,
    `mon, tues, wednes, thurs, fri, satur, sun`,
    String.raw`day,? (?:\p{Lu}\p{L}+ \d|\d{1,2}\.? \p{Lu})`,
  ),
);
/** What announces a talk that is no paper's. */
const TALK = /\b(?:keynote|invited (?:talk|lecture|speaker)s?|plenary|tutorials?|panel)\b/i;

/** Whether a line announces a talk that is no paper's. */
export const announcesTalk = (text: string): boolean => text.length < 80 && TALK.test(text);

/** How a patent is told: its number, or the day it was granted. */
const PATENT =
  /\b(?:ZL|US|EP|CN|WO|JP|KR|DE) ?(?:\d[\d., ]{5,}|patent)|\bpatents? (?:no|number|appl|pending|granted)|专利|授权日|特許第?\d/u;

/** Whether a text names a patent. */
export const isPatent = (text: string): boolean => PATENT.test(text);

/** An address that holds a patent's number. */
const PATENT_LINK =
  /[?&=/](?:CN|US|EP|WO|JP|KR|DE|FR|GB|RU)\d{6,}[A-Z]?\d?(?:[&/?#.]|$)|:\/\/patents?\./;

/** Whether an address leads to a patent. */
export const isPatentLink = (href: string): boolean => PATENT_LINK.test(href);

/** How a funded project is told: who leads it, and what it costs. */
const FUNDED =
  /(?<!\p{L})(?:P\. ?I\.?|PI|principal investigators?|co-?PIs?|(?:local |project |scientific )?coordinat(?:ors?|eurs?|rices?)|grant (?:no|number|agreement)|budget|funded by|financ(?:é|iado|iato) (?:par|por|da)|porteurs?|projektleit\p{L}*|laufzeit|fördersumme|руководитель)\.?\s*[:：(]/iu;

/** Whether a text tells of a project that is paid for. */
export const isFunded = (text: string): boolean => FUNDED.test(text);

/** How a line leads on to what others say of a paper, or to an event. */
const POINTER =
  /^\W*(?:see (?:also|the|news|\p{Lu})|(?:media|press|news) coverage|news (?:item|story|article|coverage)|(?:covered|featured|highlighted) (?:by|in|on)|join us)\b/iu;

/** Whether a line is no title, but leads on: `See also Physics World`. */
export const isPointer = (text: string): boolean => text.length < 200 && POINTER.test(text);

/** Whether a text announces what takes place rather than a paper. */
export const isEvent = (text: string): boolean => text.length < 200 && EVENT.test(text);

/** Whether a title or heading calls for papers. */
export const isCall = (text: string): boolean =>
  text.length < 120 &&
  /\bcalls? for (?:\p{L}+ ){0,3}(?:papers|submissions|contributions|posters|abstracts|proposals)\b/iu.test(
    text,
  );

/** Whether a line says who chairs a session. */
export const isChaired = (text: string): boolean =>
  /\b(?:session|chair(?:ed by)?|moderators?)\b.*\bchair(?:s|ed)?\b|\bsession chairs?\b|^\W*chair(?:s|ed by)?\s*:/iu.test(
    text,
  );

/** Headings of a person's or a laboratory's page above what is no paper. */
const ASIDE = pattern(
  'iu',
  between(
    String.raw`^\W*(?:(?:in the|selected|recent|my|our) )?`,
    String.raw`
    patents?(?: applications?)?, brevets?, patente, patentes, brevetti, патенты, 特許, 专利, 특허, press, media,
    press coverage, media coverage, presse, prensa, (?:research |main |external )?(?:grants|fundings?),
    (?:research|industrial) contracts, drittmittel, гранты, awards?, honou?rs?, prizes?, awards? (?:and|&) honou?rs?,
    honou?rs? (?:and|&) awards?, teaching, enseignements?, lehre, docencia, courses?, grants?, funding, sponsors?,
    受賞, 获奖, 教学,
    editorials?, news(?: features?| (?:and|&|in) (?:views?|brief|focus))?, (?:research )?highlights, correspondence,
    (?:books?|book) (?:and arts|reviews?), comments?(?: (?:and|&) opinion)?, obituar(?:y|ies), corrigend(?:um|a), errat(?:um|a),
    corrections?, careers?(?: (?:and|&) recruitment)?, jobs, journal club, (?:in|also) this (?:issue|week), futures
  `,
    String.raw`\W*(?:\([^()]*\)\W*)?$`,
  ),
);

/** Whether a heading begins a section of patents, of prizes, of courses, of what newspapers wrote. */
export const isAside = (text: string): boolean => text.length < 60 && ASIDE.test(text);

/** Whether a text beside a title is the chair of a session. */
export const isChair = (text: string): boolean =>
  text.length < 80 && /^\W*(?:session\s+)?(?:co-?)?(?:chair|moderator)/iu.test(text);

/** Whether a title or heading says that papers follow. */
export const isAnnouncement = (text: string): boolean =>
  ANNOUNCEMENT.test(text) && !/\bcall for\b|\bsubmi(?:t|ssion)/i.test(text);
/** Whether a text is a short label such as a link to the PDF. */
export const isLabel = (text: string): boolean => text.length < 80 && LABEL.test(text);
/** Whether a text starts with a full date. */
export const startsWithDate = (text: string): boolean => DATE_LEAD.test(text);
/** Whether a short text is a date. */
export const isDate = (text: string): boolean => text.length < 60 && DATE.test(text);
/** Volume, issue and pages: `10 (16), 2939`, `52, 471–492`, `– С. 5`. Neither a time nor a day. */
const VOLUME =
  /\b\d{1,4}\s?\(\d{1,4}\)\s?[,:]\s?(?:pp?\.\s?|S\.\s?)?\p{L}?\d|\b\d{1,4}\s?[,:;]\s?(?!(?:19|20)\d\d)\d{2,5}\s?[–-]\s?\d{2,5}\b(?![:.h]\d)|[–—-] ?[СSP]\. ?\d/u;

/** Whether a text tells volume, issue and pages. */
export const hasVolume = (text: string): boolean => VOLUME.test(text);

/** Whether a text names where something was published. */
export const isVenue = (text: string): boolean =>
  VENUE.test(text) || VENUE_NAME.test(text) || VOLUME.test(text);
/** Whether a text holds a year. */
export const hasYear = (text: string): boolean => YEAR.test(text);
/** Whether a text sells something. */
export const isTrade = (text: string): boolean => TRADE.test(text);
/** Whether a text has the wording of a feed of posts, threads or news. */
export const isFeed = (text: string): boolean => FEED.test(text);
