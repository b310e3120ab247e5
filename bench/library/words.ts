/** Text of our own to recombine: subjects, each with the words that its papers are made of. */
export interface Subject {
  things: readonly string[];
  methods: readonly string[];
  goals: readonly string[];
}

const subject = (things: string, methods: string, goals: string): Subject => ({
  things: things.split(', '),
  methods: methods.split(', '),
  goals: goals.split(', '),
});

export const SUBJECTS: readonly Subject[] = [
  subject(
    'language models, long contexts, token streams, instruction data, retrieval memories',
    'sparse attention, low-rank adapters, reward shaping, speculative decoding, curriculum mixing',
    'faithful answers, shorter training runs, calibrated refusals, longer documents, cheaper inference',
  ),
  subject(
    'robot arms, legged walkers, tactile skins, cluttered shelves, drone swarms',
    'model predictive control, imitation from play, contact-rich planning, sim-to-real transfer, hindsight goals',
    'safe grasping, robust walking, fewer demonstrations, quiet landing, shared workspaces',
  ),
  subject(
    'protein folds, enzyme pockets, single-cell atlases, gene circuits, microbial mats',
    'equivariant networks, diffusion sampling, pooled screens, flux balance, phylogenetic placement',
    'stable binders, rare cell types, metabolic insight, faster assays, evolutionary dating',
  ),
  subject(
    'planar graphs, random hypergraphs, expander codes, tree decompositions, matroid unions',
    'spectral sparsification, local search, iterated rounding, colour coding, sunflower arguments',
    'tight bounds, near-linear time, smaller kernels, simpler proofs, better constants',
  ),
  subject(
    'dust rings, tidal streams, pulsar arrays, exoplanet spectra, dwarf galaxies',
    'line-intensity mapping, forward modelling, gravitational lensing, Gaussian processes, difference imaging',
    'mass estimates, dating of mergers, atmospheric retrieval, early warning, unbiased catalogues',
  ),
  subject(
    'medical scans, endoscopy videos, retinal photographs, pathology slides, ultrasound sweeps',
    'self-supervised pretraining, test-time adaptation, weak labels, federated averaging, uncertainty maps',
    'earlier diagnosis, fewer false alarms, portable devices, fair screening, legible reports',
  ),
  subject(
    'battery cathodes, perovskite films, amorphous alloys, porous frameworks, spin ices',
    'active learning, density functionals, neural potentials, operando imaging, high-throughput synthesis',
    'longer cycles, stable interfaces, tougher glass, selective sorption, cold refrigeration',
  ),
  subject(
    'compilers, garbage collectors, key-value stores, packet schedulers, proof assistants',
    'equality saturation, learned indexes, region inference, eBPF offloading, bounded model checking',
    'shorter tails, verified rewrites, less memory, steady throughput, clear error messages',
  ),
  subject(
    'auction markets, school choice, voting rules, carbon prices, matching platforms',
    'mechanism design, regression discontinuity, no-regret learning, synthetic controls, stable matching',
    'honest bids, fair queues, robust welfare, cheap audits, simple rules',
  ),
  subject(
    'street scenes, depth maps, event cameras, hand-drawn sketches, aerial mosaics',
    'Gaussian splatting, open-vocabulary detection, optical flow, contrastive pairs, neural codecs',
    'sharper geometry, night driving, editable scenes, smaller models, honest benchmarks',
  ),
];

export const OPENINGS: readonly string[] = [
  'Everyone who works on {thing} knows the cost of {other}.',
  'Progress on {thing} has been steady, yet {goal} remains out of reach.',
  'We ask what {method} can do for {thing}, and find more than we had hoped.',
  'For two decades {thing} were studied apart from {other}.',
];
export const MIDDLES: readonly string[] = [
  'Our approach combines {method} with {second}, so that {goal} follows from one objective.',
  'The key step is a reduction from {other} to {thing} that keeps every constant explicit.',
  'We train on {count} examples and hold out whole groups, which earlier work did not.',
  'A small change to {method} removes the need for {second} altogether.',
  'Three ablations show which parts matter, and a fourth shows that the order does not.',
  'We prove a bound of the form O(n^{digit}) and give a matching construction.',
];
export const ENDINGS: readonly string[] = [
  'Experiments on {thing} show gains of {digit} points, and code is available.',
  'The result is {goal} at a third of the usual cost.',
  'We close with open questions on {other}.',
  'On the hardest split the error falls by {digit} percent.',
];
export const TITLES: readonly string[] = [
  '{Method} for {thing}: towards {goal}',
  'On {thing} and {other}, or how {method} meets {goal}',
  '{Thing} revisited: {method} without {second}',
  'What {method} tells us about {thing}',
  'Learning {goal} from {thing} by {method}',
];
export const NOTES: readonly string[] = [
  'Compare with our own runs on {thing}.\n\n- ask about **{method}**\n- table {digit} is the one that counts',
  'The trick is {method}; everything else is as expected.',
  'Read section {digit} again before the group meeting. Does it hold for {other}?',
  '{Goal}, at last. Cite it.',
];
export const TAGS: readonly string[] = [
  'to present',
  'baseline',
  'dataset',
  'theory',
  'our group',
  'read again',
  'method',
  'survey',
  'negative result',
  'code',
  'reading club',
  'thesis chapter 2',
  'grant',
  'idea',
  'benchmark',
  'reproduce',
  'teaching',
  'related work',
  'doubtful',
  'beautiful',
];
export const FAMILY: readonly string[] =
  'Abara Brandt Castellanos Dubois Eriksen Farah Greco Haddad Ivanova Jansen Kowalski Lindqvist Moreau Nakagawa Okafor Petrov Quist Rossi Sato Tanaka Usman Virtanen Weiss Xu Yilmaz Zhou'.split(
    ' ',
  );
export const GIVEN: readonly string[] =
  'Ada Bela Chen Dina Emil Fatou Gita Hugo Ines Jun Kaia Leo Mina Nils Olga Pia Qi Rafa Sara Teo Uma Vera Wen Yara Zoe'.split(
    ' ',
  );
