/**
 * A small lexicon of English as papers write it: what the endings of words and the library's own sentences
 * (speech.ts) can't tell. All words in lower case. A word that is in none of the lists is a noun until its
 * ending or its neighbours say otherwise.
 */
const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Nouns of a list, with their plurals in -s. */
const nouns = (text: string): ReadonlySet<string> => {
  const singles = list(text);
  return new Set([...singles, ...[...singles].map((noun) => `${noun}s`)]);
};

/** Words that are verbs wherever papers use them; forms in -s are looked up without it. */
export const VERBS = list(`
  accelerate accommodate accompany account accumulate acquire activate adapt adjust admit aggregate align allocate
  alleviate alter amplify annotate answer anticipate arrange ascertain assemble assert assign assist associate
  attain attenuate augment automate avert avoid balance become behave blend block bridge broaden calibrate carry
  circumvent clarify classify cluster co-design collaborate come communicate compensate compete complement
  compose comprehend compress concentrate condense confine confirm confuse conjecture connect conserve consume
  contextualize converge convert convey cooperate coordinate correlate corroborate couple craft curate customize
  decompose decouple decrease deduce defend delegate deliver denote deploy deteriorate detect devise diagnose
  differentiate discard discern disclose disentangle disrupt dissect distill distinguish distribute divide
  dominate eliminate elicit elucidate embed embrace emit empower emulate encapsulate enclose encode encompass
  encourage enforce engage enlarge enrich entail equip eradicate estimate evade evolve exclude execute exert
  exhibit expand expedite exploit extract extrapolate fabricate favor favour fill filter fine-tune finetune foresee
  forecast foster fulfill fuse generalise generalize govern grasp grow guess guide harness hope identify ignore
  illuminate imitate impair impede impose incur infer inhibit inject inquire insert inspect instantiate instruct
  interact intercept interpolate interpret intervene invert isolate iterate judge justify launch learn lessen localize
  locate lose lower manipulate manifest marginalize match maximise maximize mediate merge migrate mimic minimise
  minimize misinterpret modify modulate monitor necessitate negotiate neglect notice nudge obey obscure obtain occupy
  omit operate optimise optimize originate outline overlook parameterize parse participate partition penalize prevent
  perceive permit persist personalize pinpoint populate postulate predict prefer prepare prescribe prevail
  prioritise prioritize prompt propagate prune purify quantize react realise realize reason reassemble recognise
  recognize recommend reconcile reconfigure reconstruct recover rectify recur refine reformulate refute
  regulate reinforce reject relax remind remove render reorder repair replace replicate reproduce rescue
  resemble reside resolve respond restore restrict retain rethink retrieve reuse revise revisit safeguard satisfy
  scrutinize segment separate simplify simulate specialise specialize specify speculate spur stabilize steer
  stem stimulate store streamline strengthen strive subdue subsume suppress sustain synthesise synthesize tailor
  teach tend tolerate transcend transcribe transform translate traverse trigger tune turn unfold unify unlock
  unravel unveil update uphold utilise visualize warrant weaken weigh withstand worsen write ask build think
  looked looking gained gain rising shed master matter read
`);

/** Words between two things that are compared; a phrase holds one thing. */
export const COMPARERS = list('vs versus');

/** Adjectives that no ending betrays. */
export const ADJECTIVES = list(`
  seamless equivariant tactile thin thick multi inter intra
  unknown mere older newer elder younger steady median natural further
  abrupt absent abstract abundant acute adaptive adequate adult adverse advanced affine ambient ample ancient apt
  arbitrary artificial aware bad big binary bipartite blind bound brief bright broad bulk clean cheap chief
  chronic clever coarse coherent cold compact complex concise concrete concurrent congruent constant contemporary
  continuous convex correct crisp crude cubic dark dead decent dense deep delicate dense dependent direct discrete
  disjoint distinct diverse double drastic dry dual dull elderly elegant elite empty entire equal equivalent exact
  excess explicit extreme faint fair fake false familiar far fast faithful fine finite firm fixed flat foreign
  fragile free fresh full fuzzy generic gentle giant global good grand gross hard harsh healthy heavy hidden high
  honest hot huge human-like humble hybrid ideal idle illicit immature immense immune implicit inner innate intact
  intelligent intense intermediate internal intrinsic invariant isotropic joint joyful just keen large last late
  latent lazy left lean lengthy light linear little live local lone long loose lossless loud low main male female
  mature mean mere mild minor mixed mobile moderate modern modest moist mutual naive narrow nascent native neat
  nearby nested neural new newborn nice noisy nonlinear novel numerous oblique obscure obese odd old online offline
  open opaque opposite optimal orthogonal other outer outright overt own parallel partial passive past patient-specific
  perfect permanent persistent plain planar pleasant plural polite poor popular postoperative preoperative
  perioperative precise premature present pretty prior private profound prominent prompt proper proud public pure
  quick quiet random rapid rare raw ready real recent refractory relevant remote resilient resistant rich right
  rigid ripe robust rotten rough round rude rural urban sad safe salient same scarce secure senior sensible separate
  sequential severe shallow sharp sheer short shy silent similar simple simultaneous single skilled sleek slight slow
  small smart smooth sober social soft solar sole solid sound sparse special spontaneous stale stark static
  steady steep stiff stochastic strict strong subtle sudden sufficient suitable superb superior supreme sweet swift
  symmetric synthetic tall tense terse tight tiny tough transient transparent tricky true twin ugly unique unseen
  untreated upcoming upper useful usual utter vague vast vicious visible vital vivid warm weak wealthy weird wet
  whole wide wild wise worthy wrong young 2d 3d 4d 1d multimodal cross-modal text-only in-context zero-shot few-shot
  one-shot long-term short-term large-scale small-scale high-dimensional low-dimensional low-rank end-to-end
  state-of-the-art real-time real-world fine-grained coarse-grained open-source open-ended long-horizon oral topical
  partisan bipartisan stealthy risky costly messy sticky bulky greedy noisy early likely friendly dummy holistic
  intravenous inpatient outpatient diabetic hypertensive nondiabetic schizophrenic
`);

/** Nouns whose endings are those of adjectives, adverbs or participles. */
export const NOUNS = list(`
  scholar dollar collar pillar cellar popular altar
  ally anomaly assembly butterfly family fly homily italy july lily melancholy monopoly multiply polly poly reply
  supply
  animal appraisal approval arrival arsenal betrayal burial canal capital carnival cathedral chemical coral
  credential crystal denial dial disposal federal festival fractal funeral goal hospital ideal individual integral
  interval journal manual material medal menial mental-health metal mineral modal mural nasal ordeal pedal portal
  professional proposal protocol refusal rehearsal removal renewal rental retrieval reversal rival rituals ritual
  royal scandal serial signal spiral survival terminal trial tutorial vessel vial withdrawal world-model polynomial
  binomial multinomial exponential potential differential manifold diagonal internal
  academic acoustic aerobic analgesic analytic antibiotic anesthetic anaesthetic antipsychotic arithmetic artefact
  basic bionic calculus catalytic ceramic characteristic chronic clinic comic critic cosmetic cubic cynic diabetic
  diuretic dynamic elastic electronic epidemic ethic fabric graphic heuristic heretic hypnotic italic
  logic lyric magic mathematic mechanic metric mimic mosaic music mystic narcotic neuroleptic organic panic pandemic
  picnic plastic polemic politic probiotic prosthetic psychic public rhetoric robotic rubric sceptic semantic skeptic
  static statistic synthetic tactic tonic topic traffic trafic tropic
  adjective alternative additive archive adhesive collective cognitive-load derivative dive detective drive
  executive explosive five fugitive hive incentive initiative locative motive narrative native negative objective
  octave olive operative perspective positive preservative primitive relative representative sedative
  cable constable fable parable table timetable variable vegetable syllable observable deliverable wearable collectible
  bed breed creed deed feed greed need red reed seed shed sled speed steed thread weed embed hundred feedbed
  consensus census corpus chorus discus focus fungus genus locus lotus nexus nucleus opus radius rumpus stimulus
  status surplus thrombus virus anus esophagus hippocampus thalamus thymus hypothalamus callus
  adversary anniversary boundary commentary contemporary dictionary diary documentary glossary itinerary library
  mercenary military notary ovary primary salary secretary summary tributary vocabulary
  tree agent ceremony fairness darkness bus bias atlas lens mess process
  rats volunteers men women children adolescents
`);

/** Forms in -ing that are the name of a thing or a craft, alone or as the first word of a phrase. */
export const GERUNDS = list(`
  aging ageing airing bargaining bearing beamforming beginning binding bookkeeping boosting bootstrapping
  branching breathing breeding broadcasting building caching camera-tracking carving casting ceiling ceiling
  chunking cleaning clustering coating coding coloring colouring computing conditioning coring counseling counselling coupling
  coping crawling cropping crowdsourcing cutting cycling dating debugging decoding denoising dieting docking drawing
  dressing drilling driving drinking dreaming earning editing embedding encoding engineering engraving eating
  evening etching factoring farming feeling fencing filtering finishing fishing flooding folding forecasting
  forgetting framing freezing funding fuzzing gaming gardening gating generalising genotyping grasping grading
  grouping handwriting healing hearing heating hashing housing hunting imaging indexing inbreeding inking
  jamming judging knitting knowing labeling labelling landing learning lensing lending lifting lightning listening
  living lighting locking logging making manufacturing mapping marketing masking matching meaning meeting
  messaging microlensing milling mining modeling modelling monitoring morning mixing networking naming nesting
  nursing offspring opening ordering packing painting parenting parsing pathfinding pattern-matching patterning
  phenotyping picking planning playing pooling positioning pricing printing processing profiling programming
  prompting prescribing proving pruning quenching querying ranking rating reading reasoning recycling rendering
  recording reporting representing rescheduling restraining ring robotics routing running sampling scaling
  scattering scheduling scoring screening sculpting searching seeding sensing sequencing setting shading shadowing
  shielding shipping shopping signing signaling signalling silencing singing slicing smoking smoothing sorting
  spacing speaking spelling splicing sterling storytelling staging steering stemming stitching string
  summing surfing swimming switching tagging teaching telling testing texturing thing thinking timing tokenising
  tokenizing tracking trading training trafficking tuning turning twinning typing understanding unlearning
  upscaling voting walking wandering warming watermarking weaving wedding weighing welding wing wording working
  calling chaining refactoring debugging finetuning fine-tuning tutoring blogging annotating auditing commuting caregiving
  storytelling trolling bullying clamping imprinting crosslinking phishing sharing staining blotting mating priming
  wrapping writing swelling bleeding aging stuttering
`);

/** Heads that name no subject by themselves: "treatment of", "safety of", "risk of" point at the thing that follows. */
export const VAGUE_HEADS = list(`
  favour favor light view terms spite case face addition lack
  abundance addition amount analysis area assessment benefit care change choice class comparison concentration
  course cost degree development diagnosis distribution effect efficacy effectiveness evaluation evidence existence
  extent form frequency function group impact incidence increase influence initiation introduction knowledge lack level
  team teams collection family pair pairs body array suite
  majority management measurement mechanism method mode model need number onset outcome part pathogenesis pattern
  percentage perception pharmacodynamics pharmacokinetics pharmacology presence prevalence prevention prediction
  prognosis progression proportion quantity range rate reduction regulation response risk role safety series set sets
  severity share sign source space study symptom system tolerability toxicity treatment trial type types use usefulness
  utility validity value variety version volume acceptance sets sum class classes kind pool lines line intensity
`);

/** Nouns of how a study is made, of whom and how much: they name no subject, alone or together. */
export const UNTELLING = nouns(`
  advantage disadvantage obligation working grounding adverse institute allocation compound makers receiver rct rcts newcomer agents-in-training meta professional professionals
  annotator annotators developer developers labor labour layperson designer designers expert expertise supervision
  reader readers author authors intervention interventions suggestion acceptance
  ability act active administration adult adults age aim amount arm arms aspect availability baseline changes
  choice clinic clinical comparator concentrations condition consumption count course daily day days death decrease
  degree dose doses dosage double-blind duration economic effect efficacy episodes factor fashion gain general
  group groups guideline healthy high history hope hour hours imaging individual intake internal interval kg kind
  length locale looking magnitude meeting mg microg minute minutes mode moment month months mortality multicenter
  multicentre name need neuron novel null number objective observation old open option order outcome parallel
  parallel-group participant participants patient patients pass percent percentage period person persons physicians
  placebo placebo-controlled practitioner primary programmer progress public publication purpose quantity quarter
  random randomised randomized rate rater rates ratio reason reasons researcher researchers score scores severity
  sex share single single-blind steady-state subject subjects sum thing times token tokens tolerability trend trial
  trials twice type variable variables volunteer volunteers week weeks woman year years yield contemporary
  automatic io ii iii iv vi vii setup methodology assumption basis challenge collection comparison company
  component concept content context criteria description detail dimension direction end entry estimate estimates
  evidence example experience final formulation idea impact implication improvement influence input insight
  interest issue lead major minimum note ones operation origin page performance phenomenon piece place presence
  principle prior problem projection range relationship relationships result scenario scenarios scheme schemes
  scope self sense setting source sources standard statistic statistics story study sub technique term terms
  trade-off understanding update usage use variant variations way ways approaches sciences NSAID-users disorder
  disorders therapies publications english-language facilitation natural man year-old male female outpatient
  inpatient
`);

/** Nouns that say too little alone and much in company: "code", "code generation". */
export const LONE = list(`
  failure gain gains workers health weight heart artery study
  accuracy analysis business classification communication company complexity composition confidence curvature
  detection efficiency energy estimation evaluation frequency garbage gender government governments industry
  interaction interactions interpretation jobs leg legs modality modalities organization organizations precision
  prediction predictions processor processors reasoning recognition robustness speed speeds temperature touch
  touches turnover uncertainty velocity wing wings
  definitions foundations instances volumes
  chain chains channel channels coupling couplings dynamics equation equations growth mixture mixtures monitoring
  scaling simulations solution solutions transformation transformations transport annotation annotations attention
  creation document documents exploration expression extraction formation integration reply replies specification
  specifications teaching
  abnormality abundance action actions adverse agent agents algorithm algorithms answer answers approach area areas
  assessment base belief benchmark benchmarks bit bits blood bone boundary brain cancer care cell cells change
  children class code cohort compliance concentration control controls cost costs creation criterion data database
  databases dataset datasets deficit delay demand disease diseases domain domains drug drugs element elements
  environment environments episode error event events ex execution expert experts family feature features field
  file files fix fixes form foundation framework frameworks function functions game gene generation goal graph
  graphs half hand head health hierarchy hip human humans hypothesis illness image images index information
  insertion instance intensity interview item items job knowledge label labels language law layer layers learning
  level levels life light line lines literature load location loss material measure mechanism medication medicine
  member memory men method methods mind model models module motion nature network networks node nodes object
  objects observer operator orders output pair parameter parameters part parts path paths pattern patterns people
  perspective phase physician plan plasma point points policy popularity population position power practice
  preference preferences pressure price procedure process processes product production profile program programmers
  programs project proof property protein proteins protocol quality query question questions rats reality receptor
  record records reference region regions regulation relation relations report requirement resource resources
  response responses revision reward risk role rule rules sample samples scale scene scenes school science search
  section security selection sensor sensors sentence sequence series serum session set sets shape side sign signal
  simulation site size skill skills software space stability stage state statement states step steps strategies
  strategy structure structures student students style subgroup success suggestion support surface symptom symptoms
  syndrome system systems table target task tasks team technology test tests text texts theme theory therapy time
  tissue tool tools topic toxicity training transition treatment tree trees unit units user users utility value
  values variation vehicle version video view views virus visit vitro vivo volume web website weight weights women
  word words worker workers world
`);

/** Units: what has one is a quantity. */
export const UNITS = list(`
  mg microg mcg kg g ml mm cm km nm hz khz mhz ghz kb mb gb tb ms min h hr hrs day days week weeks month months year years
  year-old old hour hours minute minutes percent daily twice thrice fold
`);

/** What ends a compound that tells how or where: "trade-off", "follow-up", "ex vivo". */
export const PARTICLES = list(
  'off up out down over through in on away back by vivo vitro situ silico',
);

/** What ends a compound that is said of things: "repository-level", "training-free". */
export const MODIFIERS = list(`
  free aware driven level wise based agnostic specific like only style sized scale dependent independent related
  resistant refractory scarce rich intensive oriented guided informed induced associated controlled label blind
  friendly
`);
