/**
 * What runs beside Mermaid in the browser page that draws. Both functions are sent there as text, so that neither uses
 * anything from outside itself.
 */
import type { FormulaTools } from './formulas.ts';

/**
 * Makes `diagramLabels`, which Mermaid’s own functions for labels in SVG text call (mermaid-script.ts).
 *
 * @param signs signs of TeX by their commands
 */
export function labelsInPage(signs: Readonly<Record<string, string>>): void {
  const { katex, signOf } = globalThis as unknown as FormulaTools;
  /** Words of a row of a label. */
  const words = (row: string, type = 'normal') =>
    row
      .split(/[ \t\n\f\r]+/)
      .filter(Boolean)
      .map((content) => ({ content, type }));
  const decoder = document.createElement('textarea');
  const decoded = (text: string) => {
    if (!text.includes('&')) return text;
    decoder.innerHTML = text.replaceAll('<', '&lt;');
    return decoder.value;
  };
  const raised: Record<string, string> = {
    '+': '⁺',
    '-': '⁻',
    '−': '⁻',
    '=': '⁼',
    '(': '⁽',
    ')': '⁾',
    n: 'ⁿ',
    i: 'ⁱ',
    '∘': '°',
  };
  const lowered: Record<string, string> = { '+': '₊', '-': '₋', '−': '₋', '=': '₌', '(': '₍', ')': '₎' };
  for (const [letters, below] of [
    ['aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'],
    ['0123456789', '₀₁₂₃₄₅₆₇₈₉'],
  ] as const)
    [...letters].forEach((letter, index) => (lowered[letter] = [...below][index]!));
  [...'0123456789'].forEach((digit, index) => (raised[digit] = '⁰¹²³⁴⁵⁶⁷⁸⁹'[index]!));
  /** Small letters where all of the text has them, else the text behind a sign. */
  const small = (text: string, letters: Record<string, string>, sign: string) => {
    if ([...text].every((letter) => letters[letter])) return [...text].map((letter) => letters[letter]).join('');
    return sign && (/^.$|^\w+$/u.test(text) ? sign + text : `${sign}(${text})`);
  };
  /** What stands around the rows of an environment. */
  const brackets: Record<string, string[]> = {
    bmatrix: ['[', ']'],
    pmatrix: ['(', ')'],
    vmatrix: ['|', '|'],
    Bmatrix: ['{', '}'],
    cases: ['{'],
  };
  /** A formula in TeX as one row of text. */
  const formula = (tex: string): string => {
    let at = 0;
    const group = (): string => {
      while (tex[at] === ' ') at += 1;
      if (tex[at] !== '{') return tex[at] === '\\' ? command() : (tex[at++] ?? '');
      at += 1;
      const inner = run('}');
      at += 1;
      return inner;
    };
    const bracketed = (text: string) => (/^[\p{L}\p{N}.′]*$/u.test(text) ? text : `(${text})`);
    const command = (): string => {
      const name = /^\\([A-Za-z]+|[^])/.exec(tex.slice(at))?.[1] ?? '';
      at += name.length + 1;
      if (/^[dt]?frac$/.test(name)) return `${bracketed(group())}/${bracketed(group())}`;
      if (name === 'sqrt') {
        const degree = tex[at] === '[' ? tex.slice(at + 1, (at = tex.indexOf(']', at) + 1) - 1) : '';
        return `${small(degree, raised, '')}√${bracketed(group())}`;
      }
      if (name === 'begin' || name === 'end') {
        const [open = '', close = ''] = brackets[group()] ?? [];
        return ` ${name === 'begin' ? open : close} `;
      }
      if (/^(?:overbrace|underbrace|overline|underline|hat|bar|vec|tilde|dot|ddot|boxed)$/.test(name)) return group();
      if (/^(?:text|math|operatorname|bold|pmb)/.test(name)) return group();
      return signs[name] ?? signOf(katex, name) ?? name;
    };
    const run = (end: string): string => {
      let out = '';
      while (at < tex.length && tex[at] !== end) {
        const letter = tex[at]!;
        if (letter === '\\') out += command();
        else if (letter === '{') out += group();
        else if (letter === '^' || letter === '_') {
          at += 1;
          out += small(group(), letter === '^' ? raised : lowered, letter);
        } else {
          out += letter === '&' || letter === '~' ? ' ' : letter === "'" ? '′' : letter === '-' ? '−' : letter;
          at += 1;
        }
      }
      return out;
    };
    return run('').replace(/\s+/g, ' ').trim();
  };
  const inline =
    /<\/?(?:b|strong|i|em|u|s|del|ins|mark|small|big|span|font|code|kbd|samp|var|tt|q|a|abbr|center|label|img|nobr|wbr)(?:\s[^<>]*)?\/?>/gi;
  const blocks = /<\/?(?:p|div|li|ul|ol|pre|h[1-6]|table|tr|hr|blockquote)(?:\s[^<>]*)?\/?>/gi;
  const formulas = (text: string) => text.replace(/\$\$(.*?)\$\$/gs, (_all, tex: string) => formula(tex));
  const plain = (text: string): string => {
    const icons = /\bfa[bklrs]?:fa-([\w-]+)/g;
    const named = text.replace(icons, '').trim()
      ? text.replace(/\s*\bfa[bklrs]?:fa-[\w-]+\s*/g, ' ').trim()
      : text.replace(icons, (_all, name: string) => name.replaceAll('-', ' '));
    return decoded(
      formulas(named)
        .replace(
          /<(su[bp])>([^<>]*)<\/\1>/gi,
          (_all, tag: string, inner: string) =>
            small(inner, tag.toLowerCase() === 'sup' ? raised : lowered, '') || inner,
        )
        .replace(/<\/?su[bp]>/gi, '')
        .replace(inline, '')
        .replace(blocks, '<br/>')
        .replace(/^(?:\s*<br\/>)+|(?:<br\/>\s*)+$/g, '')
        .replace(/(?:<br\/>\s*){2,}/g, (rows) => (rows.length > 10 ? '<br/>' : rows)),
    );
  };
  /** Puts the words of a piece of Markdown that Mermaid does not know at the end of the rows. */
  const addTo = (
    rows: { content: string; type: string }[][],
    { type, raw, text }: { type: string; raw: string; text?: string },
    style?: string,
  ) => {
    if (type === 'br') rows.push([]);
    else
      (type === 'html' || type === 'image' ? raw : (text ?? raw)).split('\n').forEach((row, index) => {
        if (index > 0) rows.push([]);
        rows.at(-1)!.push(...words(row, style));
      });
    return rows.length - 1;
  };
  Object.assign(globalThis, { diagramLabels: { words, plain, formulas, decoded, addTo } });
}

/** Makes Mermaid tell an author’s colors from its own, and tell what is painted behind each text. */
export function rendererInPage(reserved: readonly string[]): void {
  const { mermaid, diagramLabels } = globalThis as unknown as {
    mermaid: { render(id: string, source: string, container?: Element): Promise<{ svg: string }> };
    diagramLabels: { formulas(text: string): string; plain(text: string): string };
  };
  const canvas = document.createElement('canvas').getContext('2d')!;
  const taken = new Set(reserved);
  /** A color as six or eight digits that no color of Mermaid’s has: its blue is one step off where one has. */
  const own = (color: string): string => {
    canvas.fillStyle = '#010203';
    canvas.fillStyle = color;
    const read = canvas.fillStyle;
    const channels = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(read);
    const hex = channels
      ? `#${[...channels.slice(1, 4).map(Number), Math.round(Number(channels[4]) * 255)].map((one) => one.toString(16).padStart(2, '0')).join('')}`
      : read;
    if (!taken.has(hex)) return hex;
    const blue = parseInt(hex.slice(5), 16);
    return hex.slice(0, 5) + (blue < 255 ? blue + 1 : blue - 1).toString(16).padStart(2, '0');
  };
  const isColor = (text: string) =>
    !/^(?:none|transparent|currentcolor|inherit|initial|unset)$/i.test(text) && CSS.supports('color', text);
  const ownOf = (text: string) => (isColor(text) ? own(text) : text);
  const asRgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
  const withOwnColors = (source: string) =>
    source
      .split('\n')
      .map((line) => {
        if (/^\s*(?:style|classDef|linkStyle)\s|\]\s*(?:radius|color|stroke-(?:color|width))\s*:/.test(line))
          // A number and a semicolon behind it would be read as a character.
          return line
            .replace(/;\s*$/, '')
            .replace(
              /((?:fill|stroke|color|background(?:-color)?|stroke-color)\s*:\s*)(#[\da-f]{3,8}\b|rgba?\([^()]*\)|hsla?\([^()]*\)|[a-z]+)/gi,
              (_all, start: string, color: string) => start + ownOf(color.replaceAll('\\,', ',')),
            );
        if (/^\s*Update\w+Style\s*\(/.test(line))
          return line.replace(/"([^"]*)"/g, (_all, text: string) => `"${ownOf(text)}"`);
        const [, start, color, rest] =
          /^(\s*(?:rect|box)\s+)(#[\da-f]{3,8}\b|rgba?\([^()]*\)|hsla?\([^()]*\)|[a-z]+)(\s.*|)$/i.exec(line) ?? [];
        if (!start || !isColor(color!)) return line;
        const hex = own(color!);
        return `${start}${hex.length > 7 ? color : asRgb(hex)}${rest}`;
      })
      .join('\n');

  const opaque = (element: Element, root: Element) => {
    let all = 1;
    for (let one: Element | null = element; one && one !== root; one = one.parentElement)
      all *= Number(getComputedStyle(one).opacity);
    return all;
  };
  const leaves = (text: Element): Element[] => {
    const rows = [...text.children].filter(({ tagName, textContent }) => tagName === 'tspan' && textContent!.trim());
    return rows.length > 0 ? rows.flatMap(leaves) : [text];
  };
  /** Puts text of SVG in the place of HTML in a drawing, row by row as the browser has laid it out. */
  const withoutHtml = (html: SVGForeignObjectElement): void => {
    const walker = document.createTreeWalker(html, NodeFilter.SHOW_TEXT);
    const rows: {
      top: number;
      bottom: number;
      left: number;
      right: number;
      text: string;
      style: CSSStyleDeclaration;
    }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const style = getComputedStyle(node.parentElement!);
      if (style.visibility === 'hidden' || node.parentElement!.closest('annotation, script, style')) continue;
      for (const { index, 0: word } of node.nodeValue!.matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const place = range.getBoundingClientRect();
        if (place.width === 0) continue;
        const row = rows.at(-1);
        const middle = (place.top + place.bottom) / 2;
        if (
          row &&
          row.top < middle &&
          middle < row.bottom &&
          row.style.fontWeight === style.fontWeight &&
          row.right <= place.left + 1
        ) {
          row.text += (place.left - row.right > 1 ? ' ' : '') + word;
          row.right = place.right;
        } else
          rows.push({
            ...{ top: place.top, bottom: place.bottom, left: place.left, right: place.right },
            text: word,
            style,
          });
      }
    }
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    html.replaceWith(group);
    const inverse = group.getScreenCTM()?.inverse();
    for (const { top, bottom, left, right, text, style } of inverse ? rows : []) {
      const at = new DOMPoint((left + right) / 2, (top + bottom) / 2).matrixTransform(inverse);
      const row = group.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'text'));
      row.textContent = text;
      const values = {
        x: at.x,
        y: at.y,
        'text-anchor': 'middle',
        'dominant-baseline': 'central',
        'font-size': style.fontSize,
      };
      for (const [name, value] of Object.entries(values)) row.setAttribute(name, String(value));
      if (Number(style.fontWeight) >= 600) row.setAttribute('font-weight', '700');
      row.setAttribute('style', `fill: ${style.color}`);
    }
  };
  const textOf = (text: SVGTextElement, size: number) => {
    text.style.display = '';
    text.style.fontSize = `${size}px`;
    return text.getComputedTextLength();
  };
  /** Shows the label and value of a field of a treemap as large as there is room, in rows, without the value if need be. */
  const fillField = (field: Element): void => {
    const label = field.querySelector<SVGTextElement>('.treemapLabel');
    const value = field.querySelector<SVGTextElement>('.treemapValue');
    const room = field.querySelector('rect');
    if (!label || !room || [label, value].every((one) => one?.style.display !== 'none')) return;
    const [width, height] = ['width', 'height'].map((name) => Number(room.getAttribute(name)) - 6) as [number, number];
    const words = label.textContent!.trim().split(/\s+/);
    const rowsAt = (size: number, most: number): string[] | undefined => {
      const rows: string[] = [];
      for (const word of words) {
        const longer = rows.length > 0 ? `${rows.at(-1)} ${word}` : word;
        label.textContent = longer;
        if (rows.length > 0 && textOf(label, size) <= most) rows[rows.length - 1] = longer;
        else rows.push(word);
      }
      return rows.every((row) => ((label.textContent = row), textOf(label, size) <= most)) ? rows : undefined;
    };
    const turned = height > width ? [false, true] : [false];
    const number = value?.textContent?.trim() ? value : undefined;
    for (const isWithValue of number ? [true, false] : [false])
      for (let size = 16; size >= 7; size -= 1)
        for (const isTurned of turned) {
          const [along, across] = isTurned ? [height, width] : [width, height];
          const rows = rowsAt(size, along);
          const last = isWithValue ? Math.max(7, Math.round(size * 0.8)) : 0;
          const tall = (rows?.length ?? 0) * size * 1.1 + last * 1.1;
          if (!rows || tall > across || (isWithValue && textOf(number!, last) > along)) continue;
          const middle = [width / 2 + 3, height / 2 + 3] as const;
          const turn = isTurned ? `rotate(-90 ${middle.join(' ')})` : '';
          label.textContent = '';
          rows.forEach((row, index) => {
            const line = label.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'tspan'));
            line.textContent = row;
            line.setAttribute('x', String(middle[0]));
            line.setAttribute('y', String(middle[1] - tall / 2 + (index + 0.5) * size * 1.1));
          });
          textOf(label, size);
          value?.setAttribute('y', String(middle[1] + tall / 2 - last * 1.1));
          if (value) value.style.display = isWithValue ? '' : 'none';
          for (const one of [label, value]) if (turn) one?.setAttribute('transform', turn);
          return;
        }
    label.textContent = words.join(' ');
    label.style.display = 'none';
    if (value) value.style.display = 'none';
  };
  /** Shows the label of a section of a treemap as a whole: smaller, above its value, or without it. */
  const fillHeader = (section: Element): void => {
    const label = section.querySelector<SVGTextElement>('.treemapSectionLabel');
    const value = section.querySelector<SVGTextElement>('.treemapSectionValue');
    const whole = label?.dataset.whole;
    if (!label || !whole || label.textContent === whole) return;
    const [cut, width] = [label.textContent, Number(section.querySelector('rect')!.getAttribute('width')) - 12];
    label.textContent = whole;
    // The sheet of the drawing has a size for values, which only an important one outdoes.
    const besideAt = (size: number) => {
      if (!value || size === 0) return 0;
      value.style.setProperty('font-size', `${size}px`, 'important');
      return value.getComputedTextLength() + 14;
    };
    for (const beside of value ? [13, 10, 8, 0] : [0])
      for (let size = 12; size >= 8; size -= 1) {
        if (textOf(label, size) > width - besideAt(beside)) continue;
        if (!value || beside > 0) return;
        const isBelow = besideAt(8) < width + 14;
        if (isBelow) label.setAttribute('y', String(Number(label.getAttribute('y')) - 5));
        if (isBelow) value.setAttribute('y', String(Number(value.getAttribute('y')) + 6));
        else value.style.display = 'none';
        textOf(label, isBelow ? 8 : size);
        return;
      }
    besideAt(13);
    label.textContent = cut;
    textOf(label, 12);
  };
  /** Writes on each text which shapes, and which of their thick lines, lie behind its middle, from the lowest up. */
  const withGrounds = (svg: string): string => {
    const box = document.createElement('div');
    box.style.cssText = 'position:absolute;inset:0 auto auto 0;opacity:0';
    box.innerHTML = svg;
    document.body.append(box);
    const root = box.querySelector('svg')!;
    try {
      const { width, height } = root.viewBox.baseVal;
      root.style.cssText += `;max-width:none;width:${width}px;height:${height}px`;
      for (const html of root.querySelectorAll('foreignObject')) withoutHtml(html);
      for (const field of root.querySelectorAll('.treemapLeafGroup')) fillField(field);
      for (const section of root.querySelectorAll('g.treemapSection')) fillHeader(section);
      const all = [...root.querySelectorAll<SVGGraphicsElement>('rect, polygon, circle, ellipse, path, text')].filter(
        (one) => !one.closest('marker, defs, clipPath, symbol'),
      );
      const shapes: { shape: SVGGeometryElement; box: DOMRect; alpha: number; band: number; inverse: DOMMatrix }[] = [];
      for (const one of all) {
        if (one.tagName !== 'text') {
          const style = getComputedStyle(one);
          const matrix = one.getScreenCTM();
          if (!matrix || style.visibility === 'hidden' || style.display === 'none') continue;
          const filled = style.fill === 'none' ? 0 : Number(style.fillOpacity);
          const band = style.stroke === 'none' ? 0 : Number.parseFloat(style.strokeWidth);
          const through = filled || band > 8 ? opaque(one, root) : 0;
          if (!through) continue;
          shapes.push({
            shape: one as SVGGeometryElement,
            box: one.getBoundingClientRect(),
            alpha: filled * through,
            band: band > 8 ? band : 0,
            inverse: matrix.inverse(),
          });
          continue;
        }
        for (const leaf of one.textContent!.trim() ? (leaves(one) as SVGTextContentElement[]) : []) {
          const count = leaf.getNumberOfChars();
          const matrix = (one as SVGGraphicsElement).getScreenCTM();
          if (!count || !matrix) continue;
          const letter = leaf.getExtentOfChar(Math.floor((count - 1) / 2));
          const at = new DOMPoint(letter.x + letter.width / 2, letter.y + letter.height / 2).matrixTransform(matrix);
          leaf.dataset.on = shapes
            .flatMap(({ shape, box: around, band, alpha, inverse }, index) => {
              if (at.x < around.left - band || at.x > around.right + band) return [];
              if (at.y < around.top - band || at.y > around.bottom + band) return [];
              const inside = at.matrixTransform(inverse);
              const isOnLine = band > 0 && shape.isPointInStroke(inside);
              if (!isOnLine && !(alpha > 0 && shape.isPointInFill(inside))) return [];
              const name = (shape.dataset.shape ??= String(index));
              return isOnLine ? [name, `${name}-line`] : [name];
            })
            .join(' ');
        }
      }
      root.style.cssText = '';
      return root.outerHTML;
    } finally {
      box.remove();
    }
  };
  const render = mermaid.render.bind(mermaid);
  mermaid.render = async (id, source, container) => {
    const kind = /^\s*([A-Za-z][\w-]*)/m.exec(
      source.replace(/^\s*---\n[^]*?\n\s*---\n/, '').replace(/^\s*%%.*$/gm, ''),
    )?.[1];
    const formulas = kind === 'sequenceDiagram' ? diagramLabels.formulas(source) : source;
    const result = await render(id, withOwnColors(formulas), container);
    return { ...result, svg: withGrounds(result.svg) };
  };
}
