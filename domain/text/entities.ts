/**
 * Named characters that titles and abstracts bring (https://html.spec.whatwg.org/multipage/named-characters.html), and
 * Greek letters as ACM names them, after ISO 8879.
 */
const NAMED: ReadonlyMap<string, string> = new Map(
  `amp:& lt:< gt:> quot:" apos:' ndash:– mdash:— lsquo:‘ rsquo:’ sbquo:‚ ldquo:“ rdquo:” bdquo:„ laquo:«
   raquo:» lsaquo:‹ rsaquo:› hellip:… middot:· bull:• deg:° plusmn:± times:× divide:÷ minus:− le:≤ ge:≥ ne:≠
   asymp:≈ sim:∼ equiv:≡ infin:∞ part:∂ nabla:∇ radic:√ sum:∑ prod:∏ int:∫ larr:← rarr:→ uarr:↑ darr:↓ harr:↔
   micro:µ sup1:¹ sup2:² sup3:³ frac12:½ frac14:¼ frac34:¾ permil:‰ prime:′ Prime:″ copy:© reg:® trade:™
   sect:§ para:¶ euro:€ pound:£ yen:¥ cent:¢ iexcl:¡ iquest:¿ ordf:ª ordm:º dagger:† Dagger:‡ isin:∈
   cap:∩ cup:∪ sub:⊂ sup:⊃ forall:∀ exist:∃ empty:∅ and:∧ or:∨ not:¬ lowast:∗ prop:∝ ang:∠ perp:⊥ alefsym:ℵ
   Agrave:À Aacute:Á Acirc:Â Atilde:Ã Auml:Ä Aring:Å AElig:Æ Ccedil:Ç Egrave:È Eacute:É Ecirc:Ê Euml:Ë
   Igrave:Ì Iacute:Í Icirc:Î Iuml:Ï ETH:Ð Ntilde:Ñ Ograve:Ò Oacute:Ó Ocirc:Ô Otilde:Õ Ouml:Ö Oslash:Ø
   Ugrave:Ù Uacute:Ú Ucirc:Û Uuml:Ü Yacute:Ý THORN:Þ szlig:ß agrave:à aacute:á acirc:â atilde:ã auml:ä
   aring:å aelig:æ ccedil:ç egrave:è eacute:é ecirc:ê euml:ë igrave:ì iacute:í icirc:î iuml:ï eth:ð
   ntilde:ñ ograve:ò oacute:ó ocirc:ô otilde:õ ouml:ö oslash:ø ugrave:ù uacute:ú ucirc:û uuml:ü yacute:ý
   thorn:þ yuml:ÿ OElig:Œ oelig:œ Scaron:Š scaron:š Zcaron:Ž zcaron:ž Ccaron:Č ccaron:č cacute:ć Cacute:Ć
   lstrok:ł Lstrok:Ł inodot:ı Alpha:Α Beta:Β Gamma:Γ Delta:Δ Epsilon:Ε Zeta:Ζ Eta:Η Theta:Θ Iota:Ι Kappa:Κ
   Lambda:Λ Mu:Μ Nu:Ν Xi:Ξ Omicron:Ο Pi:Π Rho:Ρ Sigma:Σ Tau:Τ Upsilon:Υ Phi:Φ Chi:Χ Psi:Ψ Omega:Ω alpha:α
   beta:β gamma:γ delta:δ epsilon:ε zeta:ζ eta:η theta:θ iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ omicron:ο
   pi:π rho:ρ sigmaf:ς sigma:σ tau:τ upsilon:υ phi:φ chi:χ psi:ψ omega:ω agr:α bgr:β ggr:γ dgr:δ egr:ε zgr:ζ
   eegr:η thgr:θ igr:ι kgr:κ lgr:λ mgr:μ ngr:ν xgr:ξ ogr:ο pgr:π rgr:ρ sgr:σ tgr:τ ugr:υ phgr:φ khgr:χ psgr:ψ
   ohgr:ω Ggr:Γ Dgr:Δ THgr:Θ Lgr:Λ Xgr:Ξ Pgr:Π Sgr:Σ PHgr:Φ PSgr:Ψ OHgr:Ω Ohgr:Ω`
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);
/** The character that HTML has a name for, without its `&` and `;`. */
export const namedCharacter = (name: string): string | undefined => NAMED.get(name);
const SPACES = /^(?:nbsp|ensp|emsp|thinsp)$/;
const NOTHING = /^(?:shy|zwnj|zwj|lrm|rlm)$/;

/** A reference to a character, by name or number. */
export const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,8}));/gi;

/** The character that a reference names; the reference itself where it is unknown. */
function characterOf(whole: string, decimal = '', hex = '', name = ''): string {
  if (name !== '') {
    if (SPACES.test(name)) return ' ';
    return NOTHING.test(name) ? '' : (NAMED.get(name) ?? whole);
  }
  const code = decimal === '' ? Number.parseInt(hex, 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** A text whose references to characters are those characters: once, so that `&amp;lt;` is `&lt;`. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) =>
        characterOf(whole, decimal, hex, name),
      )
    : text;
