/** Formulas in TeX that labels hold: each becomes one row of text, and what such a row cannot show is told. */
import { mermaidRequire } from './mermaid-package.ts';

/** What the page that draws has of KaTeX. */
export interface FormulaTools {
  katex: Katex;
  signOf: typeof signOf;
}

interface Katex {
  renderToString(tex: string, options: { output: 'mathml'; throwOnError: true; strict: 'ignore' }): string;
}

/** Signs by their commands, where a row of text has another than KaTeX, or a space. */
export const signs: Readonly<Record<string, string>> = {
    times: '×', cdot: '·', div: '÷', pm: '±', mp: '∓', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠',
    approx: '≈', equiv: '≡', sim: '∼', infty: '∞', sum: '∑', prod: '∏', int: '∫', oint: '∮', partial: '∂', nabla: '∇', to: '→',
    rightarrow: '→', leftarrow: '←', Rightarrow: '⇒', Leftarrow: '⇐', leftrightarrow: '↔', iff: '⟺', implies: '⟹', mapsto: '↦',
    in: '∈', notin: '∉', subset: '⊂', subseteq: '⊆', cup: '∪', cap: '∩', emptyset: '∅', forall: '∀', exists: '∃', neg: '¬',
    land: '∧', wedge: '∧', lor: '∨', vee: '∨', oplus: '⊕', otimes: '⊗', ldots: '…', dots: '…', cdots: '⋯', langle: '⟨', rangle: '⟩',
    alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', iota: 'ι',
    kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ', phi: 'φ',
    varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ',
    Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω', quad: ' ', qquad: ' ', ',': ' ', ';': ' ', ':': ' ', ' ': ' ', '!': '', '{': '{', '}': '}', '%': '%',
    '#': '#', '&': '&', '$': '$', _: '_', '\\': ', ', left: '', right: '', displaystyle: '', limits: '', big: '', Big: '', bigg: '', Bigg: '', prime: '′', relax: '', circ: '∘', degree: '°', vert: '|', ell: 'ℓ', hbar: 'ℏ',
}; // prettier-ignore

/**
 * The sign or word that a command of TeX stands for. The page that draws gets it as text, so that it uses nothing from
 * outside itself.
 *
 * @returns `undefined` for a command that TeX does not have, or that says how something else looks
 */
export function signOf(katex: Katex, name: string): string | undefined {
  try {
    const html = katex.renderToString(`\\${name}`, { output: 'mathml', throwOnError: true, strict: 'ignore' });
    return (/<semantics>(.*?)<annotation/s.exec(html)?.[1] ?? '')
      .replace(/<[^>]*>|[\u2061\u200b]/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  } catch {
    return undefined;
  }
}

/** Commands that become part of a row, with what stands in their braces. */
const written = /^(?:[dt]?frac|sqrt|end|(?:text|math|operatorname|bold|pmb)[A-Za-z]*)$/;

/**
 * Formulas of a diagram that its picture shows in another form than TeX does.
 *
 * @param mermaid source of the diagram
 * @returns each with the first command that one row of text has no room for, or that TeX does not have
 */
export function formulasInOtherForm(mermaid: string): { formula: string; command: string }[] {
  return [...mermaid.matchAll(/\$\$(.*?)\$\$/gs)].flatMap(([, formula = '']) => {
    const names = [...formula.matchAll(/\\([A-Za-z]+|[^])/g)].map(([, name]) => name!);
    const odd = names.find((name) => !(name in signs) && !written.test(name) && signOf(katex(), name) === undefined);
    return odd === undefined ? [] : [{ formula, command: `\\${odd}` }];
  });
}

let loaded: Katex | undefined;
const katex = () => (loaded ??= mermaidRequire()('katex') as Katex);
