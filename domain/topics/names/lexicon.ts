/**
 * A small lexicon of English as papers write it: what the endings of words and the library's own sentences
 * (speech.ts) can't tell. All words in lower case. A word that is in none of the lists is a noun until its
 * ending or its neighbours say otherwise.
 */
const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Words that are verbs wherever papers use them; forms in -s are looked up without it. */
export const VERBS = list(`
  accelerate accommodate accompany account accumulate acquire activate adapt adjust admit aggregate align
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
  omit operate optimise optimize originate outline overlook parameterize parse participate partition penalize
  perceive permit persist personalize pinpoint populate postulate predict prefer prepare prescribe prevail
  prioritise prioritize prompt propagate prune purify quantize react realise realize reason reassemble recognise
  recognize recommend reconcile reconfigure reconstruct recover rectify recur refine reformulate refute
  regulate reinforce reject relax remind remove render reorder repair replace replicate reproduce rescue
  resemble reside resolve respond restore restrict retain rethink retrieve reuse revise revisit safeguard satisfy
  scrutinize segment separate simplify simulate specialise specialize specify speculate spur stabilize steer
  stem stimulate store streamline strengthen strive subdue subsume suppress sustain synthesise synthesize tailor
  teach tend tolerate transcend transcribe transform translate traverse trigger tune turn unfold unify unlock
  unravel unveil update uphold utilise visualize warrant weaken weigh withstand worsen write ask build think
  looked looking gained gain rising shed vs versus
`);

/** Adjectives that no ending betrays. */
export const ADJECTIVES = list(`
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
  intravenous inpatient outpatient diabetic hypertensive nondiabetic schizophrenic
`);

/** Nouns whose endings are those of adjectives, adverbs or participles. */
export const NOUNS = list(`
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
  diuretic dynamic elastic electronic epidemic ethic fabric graphic harmonic heuristic heretic hypnotic italic
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
  wrapping writing swelling bleeding aging stuttering
`);

/** Heads that name no subject by themselves: "treatment of", "safety of", "risk of" point at the thing that follows. */
export const VAGUE_HEADS = list(`
  abundance addition amount analysis area assessment benefit care change choice class comparison concentration
  course cost degree development diagnosis distribution effect efficacy effectiveness evaluation evidence existence
  extent form frequency function group impact incidence increase influence initiation introduction knowledge lack level
  majority management measurement mechanism method mode model need number onset outcome part pathogenesis pattern
  percentage perception pharmacodynamics pharmacokinetics pharmacology presence prevalence prevention prediction
  prognosis progression proportion quantity range rate reduction regulation response risk role safety series set sets
  severity share sign source space study symptom system tolerability toxicity treatment trial type types use usefulness
  utility validity value variety version volume acceptance sets sum class classes kind pool lines line intensity
`);

/** Nouns of how a study is made, of whom and how much: they name no subject, alone or together. */
export const UNTELLING = list(`
  ability abnormality abundance act action active administration adult adults age aim amount answer answers arm arms aspect
  assessment availability baseline boundary change changes choice class clinic clinical code cohort comparator compliance
  concentration concentrations condition consumption control controls cost count course creation criterion daily data
  day days death decrease deficit degree delay dose doses dosage double-blind duration economic effect efficacy
  element elements episode episodes error event events execution expert experts factor fashion field form function
  functions gain general generation goal graph group groups guideline half hand health healthy high history hope hour
  hours human humans hypothesis illness image imaging index individual information insertion intake intensity
  internal interval interview item job kg kind label labels language layer length level levels life line lines literature
  load locale looking magnitude material meeting men mg microg minute minutes mode moment month months mortality
  multicenter multicentre name need neuron novel null number objective observation old open option order
  outcome output pair parallel parallel-group parameter parameters participant participants patient patients pass
  people percent percentage period person persons phase physician physicians placebo placebo-controlled plasma point
  points population practice practitioner preference pressure price primary procedure product profile programmer
  programmers progress property protocol public publication purpose quality quantity quarter query question questions
  random randomised randomized rate rater rates ratio reason reasons receptor record reference report researcher researchers
  response responses risk role sample samples scale scene score scores search section selection sentence series serum
  sequence session severity sex share shape side sign signal simulation single single-blind site size skill skills
  software space stage state statement step steps steady-state strategy strategies structure subgroup subject subjects success
  sum support symptom symptoms table target task tasks team test tests text texts thing time times token tokens
  tolerability tool topic toxicity treatment trend trial trials twice type unit unit units user users utility value values
  variable variables version view visit volume volunteer volunteers website week weeks weight woman women word words
  worker workers world year years yield contemporary automatic io ii iii iv vi vii setup popularity methodology
  assumption basis challenge collection comparison company component concept content context creation criteria
  demand description detail dimension direction domain end entry environment environments estimate estimates evidence
  example experience family features feature final formulation foundation head idea impact implication improvement
  influence input insight instance interest issue knowledge law lead location loss major measure mechanism member memory
  mind minimum module motion nature node nodes note object objects observer ones operation operator origin page part parts
  path paths pattern patterns performance perspective phenomenon piece place plan position power presence principle
  prior problem process production program projection proof range reality region regions relation relationship relationships requirement
  resource resources result rule rules scenario scenarios scheme schemes scope self sense set sets setting source sources
  stability standard statistic statistics story study style sub surface technique technology term terms theme theory
  trade-off transition understanding update usage use variant variation variations volume way ways weights
  methods method model models approach approaches algorithm algorithms framework frameworks system systems agent
  network networks dataset datasets benchmark benchmarks learning training science sciences
  children tree trees revision belief cost costs cell cells vivo vitro ex hip users NSAID-users file files bit bits security
  disease diseases disorder disorders syndrome therapy therapies drug drugs medicine medication adverse base care quality
  record records database databases publications english-language facilitation blood natural fix fixes item items
  man woman year-old old male female outpatient inpatient
`);

/** Units: what has one is a quantity. */
export const UNITS = list(`
  mg microg mcg kg g ml mm cm km nm hz khz mhz ghz kb mb gb tb ms min h hr hrs day days week weeks month months year years
  year-old old hour hours minute minutes percent daily twice thrice fold
`);
