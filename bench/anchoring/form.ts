import { choose, type Random } from './random';
import { added, joined, respelled, slice, type Traced } from './traced';

/* Mutations of form: the page shows the same words in another spelling. */

const SPACES = ['  ', '\n', '\n    ', '\u00a0', '\u2009', '\t', ' \u00a0', '\r\n'];

/** Lines are broken and indented anew, words hyphenated at line ends, invisible break marks put in. */
export function whiteSpace(source: Traced, random: Random): Traced {
  const often = 0.05 + 0.3 * random();
  let text = respelled(source, / /g, () => (random() < often ? choose(random, SPACES) : null));
  text = respelled(text, /(\p{L}{3})(\p{L}{3})/gu, (_, head, tail) => {
    if (random() > 0.06) return null;
    return `${head}${choose(random, ['\u00ad', '\u200b', '-\n', '- ', '\u00ad\n', '\u2060'])}${tail}`;
  });
  text = respelled(text, /(?<=\p{L})-(?=\p{L})/gu, () =>
    random() > 0.3 ? null : choose(random, ['', ' ', '-\n', '- ', '-\u200b', '\u2011']),
  );
  return random() < 0.5 ? joined([added('\n   '), text, added(' \n')]) : text;
}

const LIGATURES: Record<string, string> = { ffi: 'ﬃ', ffl: 'ﬄ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ' };
const ENTITIES: Record<string, string[]> = {
  '&': ['&amp;', '&#38;', '＆'],
  '<': ['&lt;', '＜', '〈'],
  '>': ['&gt;', '＞'],
  '"': ['“', '”', '„', '&quot;', '«', "''", '＂'],
  "'": ['’', '‘', '&#39;', '&rsquo;', 'ʼ', '`', '′'],
  '’': ["'", '&#8217;', 'ʼ'],
  '“': ['"', '``', '&ldquo;'],
  '”': ['"', "''", '&rdquo;'],
  '-': ['‐', '‑', '–', '−', '－'],
  '–': ['-', '--', '&ndash;', '—'],
  '—': ['--', '---', ' - ', ' – ', '&mdash;'],
  '...': ['…', '. . .'],
  '…': ['...'],
  '(': ['（'],
  ')': ['）'],
  ',': ['，', '、'],
  ';': ['；'],
  ':': ['：'],
  '%': ['％', ' %', '\u2009%'],
};

const FORMS = ['NFD', 'NFC', 'NFKC', 'NFKD'] as const;

/** Other code points for the same characters: ligatures, quotation marks, dashes, entities left raw, full width. */
export function unicodeForms(source: Traced, random: Random): Traced {
  const often = 0.3 + 0.7 * random();
  const form = choose(random, FORMS);
  let text = respelled(source, /\P{ASCII}\p{M}*|[A-Za-z]\p{M}+/gu, (letter) =>
    letter.normalize(form),
  );
  if (random() < 0.5)
    text = respelled(text, /ff[il]|f[fil]/g, (letters) => LIGATURES[letters] ?? null);
  return respelled(text, /\.\.\.|[&<>"'’“”\-–—…(),;:%]/g, (sign) => {
    const others = ENTITIES[sign];
    // Sentences rarely change their punctuation, and then all of it.
    const share = /[(),;:]/.test(sign) ? 0.05 : often;
    return others && random() < share ? choose(random, others) : null;
  });
}

const GREEK =
  'alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε theta:θ lambda:λ mu:μ pi:π rho:ρ sigma:σ tau:τ phi:ϕ varphi:φ omega:ω Delta:Δ Omega:Ω Sigma:Σ Theta:Θ ell:ℓ infty:∞ times:× pm:± sim:∼ approx:≈ leq:≤ le:≤ geq:≥ ge:≥ gg:≫ ll:≪ in:∈ to:→ rightarrow:→ cdot:· ldots:… dots:… circ:∘ sqrt:√ sum:∑ mid:∣ star:⋆ log:log ln:ln min:min max:max';
const RENDERED = new Map(GREEK.split(' ').map((pair) => pair.split(':') as [string, string]));
const COMMANDS = new Map([...RENDERED].map(([name, sign]) => [sign, name]));

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (digits: string): string =>
  digits.replaceAll('-', '⁻').replace(/\d/g, (digit) => RAISED.charAt(Number(digit)));

const FORMATTED =
  /\\(?:text\w+|emph|math\w+|text|mbox|bm|boldsymbol|underline|overline|widetilde|tilde|hat|bar|operatorname)\s*\{([^{}]*)\}/g;

/** TeX as a page shows it once it has been typeset. */
function render(source: Traced, random: Random): Traced {
  const isRaised = random() < 0.3;
  let text = source;
  for (let depth = 0; depth < 2; depth++)
    text = respelled(text, FORMATTED, (_, inner) => inner ?? '');
  text = respelled(
    text,
    /\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
    (_, top, bottom) => `${top}/${bottom}`,
  );
  text = respelled(text, /\\(?:left|right|big|Big)(?=[()[\]|])/g, () => '');
  text = respelled(text, /\\([A-Za-z]+)(?:\s+(?=[A-Za-z]))?/g, (all, name) => {
    const sign = RENDERED.get(name ?? '');
    return sign ?? (all.length > 2 ? null : all);
  });
  text = respelled(text, /\^\{?(-?\d+)\}?/g, (_, digits) =>
    isRaised ? raised(digits ?? '') : (digits ?? '').replace('-', '−'),
  );
  text = respelled(text, /_\{?([A-Za-z\d]+)\}?/g, (_, inner) => inner ?? '');
  text = respelled(text, /\\([%&#_{}$])/g, (_, sign) => sign ?? '');
  text = respelled(text, /\\[()[\]]|(?<!\\)\$+|[{}]/g, () => '');
  text = respelled(text, /``|''/g, (marks) => (marks === '``' ? '“' : '”'));
  return respelled(text, /~/g, () => (random() < 0.5 ? '\u00a0' : '∼'));
}

/** A rendered text as its author typed it. */
function unrender(source: Traced, random: Random): Traced {
  let text = respelled(source, /%|&/g, (sign) => `\\${sign}`);
  text = respelled(text, /\P{ASCII}/gu, (sign) => {
    const name = COMMANDS.get(sign);
    if (!name) return null;
    return choose(random, [`$\\${name}$`, `\\(\\${name}\\)`, `$\\${name} $`]);
  });
  text = respelled(text, /(?<![\w.$\\])\d+(?:\.\d+)?(?:\\%)?(?![\w.$}])/g, (number) =>
    random() < 0.4
      ? choose(random, [`$${number}$`, `$\\sim$${number}`, `\\textbf{${number}}`])
      : null,
  );
  text = respelled(text, /(?<![\w\\{$])[A-Za-z][A-Za-z-]{3,}(?=[ ,.])/g, (word) =>
    random() < 0.06
      ? choose(random, [
          `\\emph{${word}}`,
          `\\textit{${word}}`,
          `\\textbf{${word}}`,
          `{\\it ${word}}`,
          `\\texttt{${word}}`,
          `*${word}*`,
          `**${word}**`,
          `_${word}_`,
        ])
      : null,
  );
  text = respelled(text, /["“](?=\w)/g, () => '``');
  text = respelled(text, /é|ö|ü|ñ|è/g, (letter) => {
    const [base, accent] = letter.normalize('NFD');
    const command = { '\u0301': "'", '\u0308': '"', '\u0303': '~', '\u0300': '`' }[accent ?? ''];
    return command ? choose(random, [`\\${command}${base}`, `\\${command}{${base}}`]) : null;
  });
  return respelled(text, /–/g, () => '--');
}

/** The other one of TeX source and typeset text. */
export const otherRendering = (source: Traced, random: Random): Traced =>
  /[\\$]/.test(source.text) ? render(source, random) : unrender(source, random);

const BEFORE = ['Abstract: ', 'Abstract—', 'ABSTRACT ', 'Abstract\n\n', 'TL;DR: ', '[v2] '];
const AFTER = [' Comments: 12 pages, 3 figures', ' △ Less', ' [PDF]', ' (Read more)', ' 1'];

/** What pages set around an abstract, and marks of footnotes in it. */
export function surrounded(source: Traced, random: Random): Traced {
  let text = source;
  if (random() < 0.2)
    text = respelled(text, /(?<=[a-z])\.(?= [A-Z])/g, () =>
      random() < 0.2 ? choose(random, ['.[1]', '.¹', '.†', '.1']) : null,
    );
  if (random() < 0.4) text = joined([added(choose(random, BEFORE)), text]);
  if (random() < 0.4) text = joined([text, added(choose(random, AFTER))]);
  return text;
}

/** Ends an abstract early, as lists do that show its beginning. */
export function cutOff(source: Traced, random: Random): Traced {
  const end = Math.floor(source.text.length * (0.3 + 0.6 * random()));
  const tail = choose(random, [
    '…',
    '...',
    ' …',
    '... More',
    '… ▽ More',
    ' [...]',
    '',
    '…  (read more)',
  ]);
  const words = random() < 0.7 ? source.text.lastIndexOf(' ', end) : end;
  return joined([slice(source, 0, words), added(tail)]);
}
