/**
 * Words that carry no topic. `STOP`: function words, which also end a phrase. `BOILERPLATE`: what papers of
 * every field say ("propose", "outperforms"); these end a phrase too. `GENERIC`: words that are part of many
 * phrases and say nothing alone.
 * All of them folded (lower case, no accents).
 */
const list = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const ENGLISH = list(`
  a about above across after again against all almost along already also although always am among an and
  another any anyone anything are around as at away back be became because become becomes been before behind
  being below between beyond both but by can cannot could did do does doing done down due during each either
  else enough etc even ever every everything far few fewer first for former from further get gets getting give
  given gives giving had has have having he hence her here herein hers him his how however i ie eg if in indeed
  instead into is it its itself just keep last later latter least less lot made make makes making many may me
  meanwhile might mine more moreover most mostly much must my namely near nearly need needs neither never
  nevertheless next no nobody non none nor not nothing now nowhere of off often on once one ones only onto or
  other others otherwise our ours out over own per perhaps please put quite rather re s same second see seem
  seemed seems several she should since so some something sometimes soon still such t take taken takes than that
  the their theirs them then there thereby therefore these they third this those though three through throughout
  thus to together too toward towards two under unless unlike until up upon us used uses using usually very via
  vs was way ways we well were what whatever when where whereas whereby wherein whether which while who whole
  whom whose why will with within without would yet you your yours zero four five six seven eight nine ten don
`);

/** The commonest function words of other languages that abstracts are written in. */
const OTHERS = list(`
  le la les un une des du de et est sont dans pour par sur avec que qui ce cette ces aux au nous ou il elle plus
  der die das den dem ein eine einer eines einem und ist sind mit fur von zu im auf wir wird werden als auch nicht
  sich bei durch el los las unos unas del y en es son para por con se lo como una su sus o os da do dos das um uma
  na no nas nos com ao e il gli dei della delle di che per sono nel alla
`);

const ACADEMIC = list(`
  ability able abstract erratum accept accepted accordingly accurate accurately achieve achieved achieves achieving
  acquire acquired adapt address addressed addresses addressing adopt adopted advance advanced advancement
  advancements advances advantage advantages aim aimed aims allow allowed allowing allows analyse analyses
  analysis analyze analyzed analyzes analyzing appear appears application applications applied apply applying
  approach approaches appropriate approximately arise arises article aspect aspects assess assessed assessing
  assume assumed assumption assumptions attempt attempts author authors available average based baseline
  baselines basic basis believe benchmark benchmarked benchmarking benchmarks benefit benefits best better
  boost boosts brief bring brings broad broader build building builds built call called capabilities
  capability capable capture captures capturing carefully case cases cause causes central certain challenge
  challenged challenges challenging characteristic characteristics characterize choice choices choose chosen
  claim claims clear clearly collect collected collection combination combinations combine combined combines
  combining common commonly compare compared compares comparing comparable comparison comparisons competitive
  complementary complete completely complex component comprehensive comprehensively comprises compute concept
  concepts concern concerns conclude conclusion conclusions condition conditions conduct conducted confirm
  confirms consequence consequently consider considerable considerably considered considering considers
  consist consistent consistently consisting consists constitute construct constructed constructing contain
  containing contains contrary contrast contribute contributes contribution contributions convenient
  conventional core correct correctly correspond corresponding create created creates creating critical
  crucial current currently dataset datasets deal deals decade decades deeper define defined definition
  degree demonstrate demonstrated demonstrates demonstrating depend dependent depending depends derive
  derived describe described describes design designed designing designs desirable desired despite detail
  detailed details determine determined develop developed developing development differ difference
  differences different difficult difficulties difficulty directly discover discuss discussed discusses
  discussion display distinct diverse diversity drawback drawbacks drive driven easily easy effect effective
  effectively effectiveness effects efficacy efficiency efficient efficiently effort efforts elaborate emerge
  emerged emerges emerging emphasis emphasize empirical empirically employ employed employing employs enable
  enabled enables enabling encounter end enhance enhanced enhancement enhances enhancing ensure ensures
  ensuring entire entirely equally especially essential essentially establish established establishes
  evaluate evaluated evaluates evaluating evaluation evaluations evidence exact examine examined examines
  example examples exceed excellent existing exist exists expect expected expensive experiment experimental
  experimentally experiments explain explains explicit explicitly exploit exploits explore explored explores
  exploring expose extend extended extending extends extensive extensively extent extra extremely face faced
  faces facilitate facilitates facing fact factor factors fail fails favorable feasible feature
  features final finally find finding findings finds flexible focus focused focuses focusing follow followed
  following follows formally forms formulate formulated formulation found four framework frameworks
  frequently full fully fundamental furthermore future gains gap gaps generally generate generated
  generates generic github global goal goals good great greater greatly growing guarantee guarantees handle
  handles handling help helpful helps higher highest highlight highlights highly hinder hold https http
  hundreds idea ideas identified identifies identify identifying illustrate immediate impact impacts
  implement implementation implementations implemented implies imply importance important importantly improve
  improved improvement improvements improves improving inability include included includes including
  incorporate incorporates incorporating increase increased increases increasing increasingly indicate
  indicates individual induce inform inherent inherently initial innovative input inputs insight insightful
  insights inspire inspired integrate integrated integrates integrating interest interesting introduce
  introduced introduces introducing introduction investigate investigated investigates investigating
  investigation involve involved involves involving issue issues italic key kind kinds know knowing known
  lack lacks largely larger largest lead leading leads leave led leverage leveraged leverages leveraging lie
  lies like likely limit limitation limitations limited limits little longer lower main mainly maintain
  maintaining maintains major majority manner maximum mean means measure measured measures measuring
  mechanism mechanisms meet metric metrics million millions minimal minimum mitigate moderate motivate
  motivated multiple name named naturally nature necessary need needed negative new newly notable notably
  note novel novelty number numbers numerous objective objectives observation observations observe observed
  obtain obtained obtaining obtains occur occurs offer offering offers organize original outcome outcomes
  outperform outperformed outperforming outperforms output outputs overall overcome overview paper papers
  part particular particularly parts past percent perform performance performances performed performing
  performs perspective phenomena phenomenon pipeline plausible popular pose poses possess possible possibly
  potential potentially powerful practical practice practices precisely preliminary presence present
  presented presenting presents preserve prevent previous previously primarily primary principle principled
  principles prior problem problems procedure procedures produce produced produces producing progress project
  prominent promise promising proper properly properties property proposal propose proposed proposes
  proposing prove proved proven proves provide provided provides providing publicly purpose purposes pursue
  quality quantify quantitative quantitatively quickly raise raises range ranging rapid rapidly rarely ratio
  reach reaches realistic realize reasonable receive received recent recently reduce reduced reduces reducing
  reduction refer regarding regardless relate related relation relative relatively release released releases
  relevant reliable reliably rely relies relying remain remaining remains remarkable remarkably report
  reported reports represent represents require required requirement requirements requires requiring research
  researchers respect respectively result resulting results reveal revealed revealing reveals review rich
  rigorous role roles roughly run runs scenario scenarios scheme schemes score scores section select selected
  serve serves setting settings severe share shared shed shortcoming shortcomings show showcase showed
  showing shown shows side significance significant significantly similar similarly simpler simply
  simultaneously situation situations size sizes slightly small smaller sophisticated solution solutions
  solve solved solves solving sota specific specifically stage stages standard start stated strength
  strengths strong stronger strongly struggle struggles studied studies study studying substantial
  substantially succeed successful successfully suffer suffers suffice sufficient sufficiently suggest
  suggesting suggests suitable suite summarize superior superiority supported supporting supports surpass
  surpasses surpassing surprisingly survey surveys systematic systematically tackle tackles task tasks
  technique techniques term termed terms tested thorough thousands today total traditional treat true try
  turn typical typically underlying understand understanding unified unique unprecedented use useful utilize
  utilized utilizes utilizing validate validated validates validation validity valuable variant variants
  variety various vary varying verify version versions vital want weakness wide widely widespread wider work
  working works worse worst year years yield yields
`);

const TEX = list(
  'ast rev phys lett textbf textit textsc texttt emph mathcal mathbb mathbf mathrm mathit frac sqrt cdot ldots url href cite ref',
);

/** Words that say too little alone, and much in company: "language model", "neural network". */
const VAGUE = list(`
  agent agents algorithm algorithms architecture architectures benchmark benchmarks data dataset datasets deep
  framework frameworks learning machine method methods model modeling modelling models network networks neural
  algorithmic automatic boundaries boundary computational scale scales
  policy pre process processing pipeline program programs representation representations set sets space spaces
  system systems theory training trained tool tools
`);

export const STOP: ReadonlySet<string> = new Set([...ENGLISH, ...OTHERS]);
export const BOILERPLATE: ReadonlySet<string> = new Set([...ACADEMIC, ...TEX]);
export const GENERIC: ReadonlySet<string> = new Set(VAGUE);

/** Function words that may stand inside a label: "mixture of experts". */
export const CONNECTORS: ReadonlySet<string> = new Set(['of']);
