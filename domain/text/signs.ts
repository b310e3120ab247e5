/**
 * TeX commands that stand for one character, and that character (https://www.ctan.org/pkg/comprehensive). A command
 * that two packages name differently has both names; the first of several names of a character is the one that is
 * written.
 */
export const TEX_SIGNS: ReadonlyMap<string, string> = new Map(
  `alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ
   lambda:λ mu:μ nu:ν xi:ξ omicron:ο pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ varsigma:ς tau:τ upsilon:υ phi:φ
   varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ
   Omega:Ω infty:∞ partial:∂ nabla:∇ ell:ℓ hbar:ħ Re:ℜ Im:ℑ aleph:ℵ forall:∀ exists:∃ emptyset:∅
   varnothing:∅ leq:≤ le:≤ leqslant:⩽ geq:≥ ge:≥ geqslant:⩾ neq:≠ ne:≠ ll:≪ gg:≫ lesssim:≲ gtrsim:≳
   equiv:≡ cong:≅ sim:∼ simeq:≃ approx:≈ propto:∝ pm:± mp:∓ times:× div:÷ oplus:⊕ otimes:⊗ odot:⊙ circ:∘
   degree:° in:∈ notin:∉ ni:∋ subset:⊂ subseteq:⊆ supset:⊃ supseteq:⊇ cup:∪ cap:∩ setminus:∖ wedge:∧ land:∧
   vee:∨ lor:∨ neg:¬ lnot:¬ to:→ rightarrow:→ longrightarrow:⟶ mapsto:↦ leftarrow:← leftrightarrow:↔
   Rightarrow:⇒ implies:⇒ Leftrightarrow:⇔ iff:⇔ uparrow:↑ downarrow:↓ perp:⊥ parallel:∥ mid:∣ vert:|
   lvert:| rvert:| Vert:‖ lVert:‖ rVert:‖ sum:∑ prod:∏ int:∫ sqrt:√ surd:√ lfloor:⌊ rfloor:⌋ lceil:⌈
   rceil:⌉ langle:⟨ rangle:⟩ lbrace:{ rbrace:} top:⊤ bot:⊥ models:⊨ vdash:⊢ triangle:△ checkmark:✓ star:⋆
   ast:∗ cdot:⋅ bullet:• cdots:⋯ prime:′ sharp:♯ flat:♭ natural:♮ ldots:… dots:… textellipsis:… dagger:† dag:†
   textdagger:† ddagger:‡ ddag:‡ textendash:– textemdash:— textquoteleft:‘ textquoteright:’
   textquotedblleft:“ textquotedblright:” quotedblbase:„ quotesinglbase:‚ textquotedbl:" textquotesingle:'
   guillemotleft:« guillemotright:» guilsinglleft:‹ guilsinglright:› textasciigrave:\`
   textasciitilde:~ textasciicircum:^ textunderscore:_ textbackslash:\\ slash:/ hyphen:- textbar:| textless:< textgreater:>
   textbraceleft:{ textbraceright:} textdollar:$ textdegree:° textmu:µ textperiodcentered:· textbullet:•
   textregistered:® texttrademark:™ textcopyright:© copyright:© texteuro:€ euro:€ pounds:£ textsterling:£
   textyen:¥ textcent:¢ textsection:§ textparagraph:¶ S:§ P:¶ textperthousand:‰ textordmasculine:º
   textordfeminine:ª textexclamdown:¡ textquestiondown:¿ textonehalf:½ textonequarter:¼ textthreequarters:¾
   textpm:± texttimes:× textdiv:÷ textrightarrow:→ textleftarrow:← textonesuperior:¹ texttwosuperior:²
   textthreesuperior:³ textvisiblespace:␣ aa:å AA:Å ae:æ AE:Æ oe:œ OE:Œ o:ø O:Ø l:ł L:Ł ss:ß SS:ẞ i:ı j:ȷ dh:ð
   DH:Ð th:þ TH:Þ dj:đ DJ:Đ ng:ŋ NG:Ŋ glqq:„ grqq:“ glq:‚ grq:‘ flqq:« frqq:» flq:‹ frq:› textohm:Ω`
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);

/** Greek letters by their names, upright in the packages textgreek, upgreek and textalpha: `\textalpha`, `\upbeta`, `\textmugreek`. */
const UPRIGHT =
  /^(?:text|up|straight)((?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|omicron|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega))(?:greek)?$/i;
const CAPITALS: ReadonlyMap<string, string> = new Map(
  'Alpha:Α Beta:Β Epsilon:Ε Zeta:Ζ Eta:Η Iota:Ι Kappa:Κ Mu:Μ Nu:Ν Omicron:Ο Rho:Ρ Tau:Τ Chi:Χ'
    .split(' ')
    .map((pair) => [pair.slice(0, -2), pair.slice(-1)]),
);

/** The character that a command of TeX's text stands for. */
export function signOf(name: string): string | undefined {
  const upright = UPRIGHT.exec(name)?.[1];
  const greek = upright && (CAPITALS.get(upright) ?? TEX_SIGNS.get(upright));
  return TEX_SIGNS.get(name) ?? greek;
}

/** Accents of TeX by their command, as combining characters (The TeXbook, chapter 9; packages textcomp and babel). */
export const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
  t: '\u0361',
  textcommabelow: '\u0326',
  cb: '\u0326',
  G: '\u030f',
  U: '\u030e',
};

/** Accents within formulas: what pages show as a letter with an accent. */
export const FORMULA_ACCENT =
  /^(?:bar|overline|hat|widehat|tilde|widetilde|vec|dot|ddot|acute|grave|check|breve|mathring)$/;
