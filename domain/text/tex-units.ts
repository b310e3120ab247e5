/*
 * What packages for the sciences name in words: units (siunitx), ions (mhchem's and astronomers' `\\ion`), isotopes.
 */

/** Prefixes, units and signs of siunitx (its manual, tables 1 to 5). */
const UNITS: ReadonlyMap<string, string> = new Map(
  `pico:p nano:n micro:µ milli:m centi:c deci:d hecto:h kilo:k mega:M giga:G tera:T metre:m meter:m second:s gram:g
   kelvin:K ampere:A mole:mol candela:cd hertz:Hz newton:N pascal:Pa joule:J watt:W volt:V ohm:Ω farad:F tesla:T weber:Wb
   henry:H siemens:S becquerel:Bq sievert:Sv litre:l liter:l minute:min hour:h day:d bar:bar electronvolt:eV degree:°
   degreeCelsius:°C celsius:°C percent:% per:/ squared:² cubed:³ square:² cubic:³ angstrom:Å bit:bit byte:B parsec:pc`
    .split(/\s+/)
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);

const unit = (source: string): string =>
  source.replace(/\\([A-Za-z]+)\s*/g, (whole, name: string) => UNITS.get(name) ?? whole);

/** TeX with quantities, ions and isotopes as plain text. */
export const withUnits = (tex: string): string =>
  /\\(?:SI|si|qty|unit|ion|isotope)\b/.test(tex)
    ? tex
        .replace(
          /\\(?:SI|qty)(?:\[[^\]]*\])?\{([^{}]*)\}\{([^{}]*)\}/g,
          (_, number: string, of: string) => `${number} ${unit(of)}`,
        )
        .replace(/\\(?:si|unit)(?:\[[^\]]*\])?\{([^{}]*)\}/g, (_, of: string) => unit(of))
        .replace(
          /\\ion\{([A-Z][a-z]?)\}\{\\?([ivxIVX]+)\s*\}/g,
          (_, element: string, stage: string) => `${element} ${stage.toUpperCase()}`,
        )
        .replace(/\\isotope\[(\d+)\]\{([A-Z][a-z]?)\}/g, '\\textsuperscript{$1}$2')
    : tex;
