import { expect, it } from 'vitest';
import { withPlainFormulas } from '@/domain/text/plain-formula';

it.each([
  ['Sorting in $O(n^2)$ steps', 'Sorting in O(n²) steps'],
  ['$x_{10}^{-1}$ and $x_i^k$', 'x₁₀⁻¹ and x_i^k'],
  ['$\\frac{a+b}{2}\\sqrt{kT}$', '(a+b)/2√(kT)'],
  ['$\\tilde{O}(\\log n)$ over $\\mathbb{R}^n$', 'Õ(log n) over ℝⁿ'],
  ['$x \\in \\{0, 1\\}^{d+1}$', 'x ∈ {0, 1}^(d+1)'],
  ["$f'(x) \\to \\infty$", 'f′(x) → ∞'],
  ['$e^{e^{x}}$', 'e^(e^x)'],
  ['$n \\equiv 1 \\pmod{4}$', 'n ≡ 1 (mod 4)'],
  ['$\\begin{pmatrix}1\\end{pmatrix}$', '$\\begin{pmatrix}1\\end{pmatrix}$'],
  ['$1+\\dots+\\widetilde{\\mathcal{O}}(n)$ at $90^\\circ$', '1+…+Õ(n) at 90°'],
  ['up$\\unicode{x2013}$down', 'up–down'],
  ['from $5 to $6', 'from $5 to $6'],
])('%s reads %s', (text, plain) => {
  expect(withPlainFormulas(text)).toBe(plain);
});
