/** Small faults that can be put into a file, found on its syntax tree. */
import ts from 'typescript';

export interface Range {
  readonly start: number;
  readonly end: number;
  readonly isStatement: boolean;
}

export interface Mutant {
  /** Path below the root. */
  readonly file: string;
  readonly kind: string;
  /** Characters of the file that are replaced. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The expression or statement around it that a probe can stand before: run when the mutant would be. */
  readonly around: Range;
  /** 1 is the first line. */
  readonly line: number;
  /** The line as it is, without its margin. */
  readonly before: string;
  /** Whether it is what `a[b] ?? …` falls back on: the compiler asks for it also where the place is always there. */
  readonly isFallback: boolean;
  /** What the change is, for people: `< -> <=`; numbered where a line has the same twice. */
  readonly change: string;
}

const swapped: Readonly<Partial<Record<ts.SyntaxKind, readonly [kind: string, text: string]>>> = {
  [ts.SyntaxKind.LessThanToken]: ['comparison', '<='],
  [ts.SyntaxKind.LessThanEqualsToken]: ['comparison', '<'],
  [ts.SyntaxKind.GreaterThanToken]: ['comparison', '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['comparison', '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['comparison', '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['comparison', '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken]: ['condition', '||'],
  [ts.SyntaxKind.BarBarToken]: ['condition', '&&'],
  [ts.SyntaxKind.PlusToken]: ['arithmetic', '-'],
  [ts.SyntaxKind.MinusToken]: ['arithmetic', '+'],
  [ts.SyntaxKind.AsteriskToken]: ['arithmetic', '/'],
  [ts.SyntaxKind.SlashToken]: ['arithmetic', '*'],
  [ts.SyntaxKind.PercentToken]: ['arithmetic', '*'],
  [ts.SyntaxKind.PlusEqualsToken]: ['arithmetic', '-='],
  [ts.SyntaxKind.MinusEqualsToken]: ['arithmetic', '+='],
};

/** Calls in a chain that can be left out without changing what kind of thing comes out. */
const droppable = new Set([
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'filter',
  'slice',
  'trim',
  'toLowerCase',
  'toUpperCase',
  'normalize',
]);

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** Whether `+` joins texts here, as far as the syntax tells. */
const joinsText = (node: ts.BinaryExpression): boolean =>
  isText(node.left) || isText(node.right) || (ts.isBinaryExpression(node.left) && joinsText(node.left));

/** `if (…) return …;` and its kin: what a reader calls an early return. */
function isEarlyReturn(node: ts.IfStatement): boolean {
  const then =
    ts.isBlock(node.thenStatement) && node.thenStatement.statements.length === 1 ? node.thenStatement.statements[0] : node.thenStatement;
  return (
    node.elseStatement === undefined &&
    then !== undefined &&
    (ts.isReturnStatement(then) || ts.isContinueStatement(then) || ts.isBreakStatement(then))
  );
}

/**
 * Every mutant of a file, in the order of the file: comparison and arithmetic operators, boolean literals, conditions negated,
 * numbers one more and one less, text emptied, early returns and calls taken out. Types, imports and the words of thrown
 * errors (which are bugs, not behaviour) are left alone.
 */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const lines = text.split('\n');
  const found: Mutant[] = [];
  const add = (kind: string, node: ts.Node, replacement: string, around = node): void => {
    const start = node.getStart(source);
    const at = source.getLineAndCharacterOfPosition(start).line;
    const shown = (code: string): string => code.replace(/\s+/g, ' ').slice(0, 60);
    const change = `${shown(text.slice(start, node.end))} -> ${shown(replacement) || 'nothing'}`;
    const same = found.filter((other) => other.line === at + 1 && other.change.startsWith(change)).length;
    found.push({
      file,
      kind,
      start,
      end: node.end,
      replacement,
      around: rangeOf(around, source),
      line: at + 1,
      before: (lines[at] ?? '').trim(),
      isFallback: isFallback(node),
      change: same === 0 ? change : `${change} (${String(same + 1)})`,
    });
  };
  const code = (node: ts.Node): string => text.slice(node.getStart(source), node.end);

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isThrowStatement(node)) return;
    if (ts.isBinaryExpression(node)) {
      const swap = swapped[node.operatorToken.kind];
      if (swap !== undefined && !(swap[0] === 'arithmetic' && joinsText(node))) add(swap[0], node.operatorToken, swap[1], node);
    } else if (node.kind === ts.SyntaxKind.TrueKeyword) add('boolean', node, 'false');
    else if (node.kind === ts.SyntaxKind.FalseKeyword) add('boolean', node, 'true');
    else if (ts.isIfStatement(node)) {
      add('condition', node.expression, `!(${code(node.expression)})`);
      if (isEarlyReturn(node)) add('early return', node, ';');
    } else if (ts.isConditionalExpression(node)) add('condition', node.condition, `!(${code(node.condition)})`);
    else if (ts.isNumericLiteral(node) && !isTakenOut(node)) {
      const value = Number(node.text);
      add('number', node, String(value + 1));
      add('number', node, value === 0 ? '(-1)' : String(value - 1));
    } else if (isText(node) && !(ts.isStringLiteralLike(node) && node.text === '') && !isName(node))
      add('text', node, ts.isTaggedTemplateExpression(node.parent) ? '``' : "''");
    else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) add('call', node, ';');
    else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && droppable.has(node.expression.name.text))
      add('call', node, code(node.expression.expression));
    else if (ts.isPostfixUnaryExpression(node))
      add('arithmetic', node, `${code(node.operand)}${node.operator === ts.SyntaxKind.PlusPlusToken ? '--' : '++'}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * Where a probe can stand: before the whole of a tagged template, or of a chain with `?.` (a part of one, set in brackets, is no
 * longer skipped with the rest).
 */
function rangeOf(node: ts.Node, source: ts.SourceFile): Range {
  let around = ts.isPropertyAssignment(node.parent) && node.parent.name === node ? node.parent.parent : node;
  while (
    ts.isTaggedTemplateExpression(around.parent) ||
    ((ts.isPropertyAccessExpression(around.parent) || ts.isCallExpression(around.parent) || ts.isElementAccessExpression(around.parent)) &&
      around.parent.expression === around)
  )
    around = around.parent;
  return { start: around.getStart(source), end: around.end, isStatement: ts.isStatement(around) };
}

/** The text of the file with a call of `hit(place)` before each range. */
export function probed(text: string, ranges: readonly (Range & { readonly place: number })[], hit: string): string {
  const marks = ranges.flatMap(({ start, end, isStatement, place }) => {
    const call = `${hit}(${String(place)})`;
    return [
      { at: start, size: end - start, isEnd: false, code: isStatement ? `{ ${call}; ` : `(${call}, ` },
      { at: end, size: end - start, isEnd: true, code: isStatement ? ' }' : ')' },
    ];
  });
  // Of ranges within each other the outer one opens first and closes last.
  marks.sort((a, b) => a.at - b.at || Number(b.isEnd) - Number(a.isEnd) || (a.isEnd ? a.size - b.size : b.size - a.size));
  let from = 0;
  let all = '';
  for (const { at, code } of marks) {
    all += text.slice(from, at) + code;
    from = at;
  }
  return all + text.slice(from);
}

/** Whether it stands behind `a[b] ??`, with a sign or without. */
function isFallback(node: ts.Node): boolean {
  const whole = ts.isPrefixUnaryExpression(node.parent) ? node.parent : node;
  const { parent } = whole;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
    parent.right === whole &&
    ts.isElementAccessExpression(parent.left)
  );
}

/** What is taken out of an object or a list, `{ 0: first }`: no probe can stand before its name. */
const isTakenOut = (node: ts.Node): boolean => ts.isBindingElement(node.parent) && node.parent.propertyName === node;

/** Text that is the name of something: a key, a type. */
const isName = (node: ts.Node): boolean =>
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node) || ts.isComputedPropertyName(node.parent);

/** The text of the file with the fault in it. */
export const mutated = (text: string, { start, end, replacement }: Mutant): string => text.slice(0, start) + replacement + text.slice(end);
