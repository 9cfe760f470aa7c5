// Reads from the sources which facts each command may write, for docs/journal.md. A command is the name an act is given; a fact is
// counted when its code is given as one (`code: 'x'`, `decisionFact('x', …)`) in the command's function or in any of ours that it leads to.
import { parseSync } from '@swc/core';
import fs from 'node:fs';
import path from 'node:path';

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Unit {
  readonly file: string;
  readonly name: string;
  readonly parameters: readonly string[];
  /** Codes of facts that stand in it. */
  readonly facts: Set<string>;
  /** What it is named as: `command: 'x'`. */
  readonly commands: Set<string>;
  /** Functions it mentions, by local name. */
  readonly mentions: Set<string>;
  readonly calls: { readonly name: string; readonly texts: readonly (string | null)[] }[];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((one) =>
      isNode(one)
        ? [one]
        : isNode((one as { expression?: unknown } | null)?.expression)
          ? [(one as { expression: Node }).expression]
          : [],
    ),
  );

function sourcesBelow(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : sourcesBelow(full);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [full] : [];
  });
}

const textOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'StringLiteral' ? (node['value'] as string) : null;

function readUnit(file: string, name: string, declaration: Node, codes: ReadonlySet<string>): Unit {
  const unit: Unit = {
    file,
    name,
    parameters: parametersOf(declaration),
    facts: new Set(),
    commands: new Set(),
    mentions: new Set(),
    calls: [],
  };
  const walk = (node: Node): void => {
    if (node.type === 'TsLiteralType' || node.type === 'TsTypeAnnotation') return;
    // Elsewhere the same word may name a milestone or a date of a letter.
    const given = isNamed(node, 'code') ? node['value'] : node.type === 'TsConstAssertion' ? node['expression'] : node;
    if (given !== node || node.type === 'ConditionalExpression')
      for (const code of textsIn(given)) if (codes.has(code)) unit.facts.add(code);
    if (node.type === 'Identifier') unit.mentions.add(node['value'] as string);
    if (isNamed(node, 'command')) for (const command of textsIn(node['value'])) unit.commands.add(command);
    if (node.type === 'CallExpression' && isNode(node['callee']) && node['callee'].type === 'Identifier') {
      const name = node['callee']['value'] as string;
      const given = (node['arguments'] as { expression: Node }[]).map(({ expression }) => expression);
      unit.calls.push({ name, texts: given.map(textOf) });
      if (name.endsWith('Fact')) for (const code of given.flatMap(textsIn)) if (codes.has(code)) unit.facts.add(code);
    }
    for (const child of childrenOf(node)) walk(child);
  };
  walk(declaration);
  return unit;
}

/** Whether a node is a property of that name in an object. */
const isNamed = (node: Node, name: string): boolean =>
  node.type === 'KeyValueProperty' && isNode(node['key']) && node['key']['value'] === name;

/** The texts that a value may have. */
function textsIn(value: unknown): string[] {
  if (!isNode(value)) return [];
  const text = textOf(value);
  if (text !== null) return [text];
  return value.type === 'ConditionalExpression'
    ? [...textsIn(value['consequent']), ...textsIn(value['alternate'])]
    : [];
}

function parametersOf(declaration: Node): string[] {
  const list = (declaration['params'] ?? (declaration['function'] as Node | undefined)?.['params'] ?? []) as Node[];
  return list.map((one) => String(((one['pat'] as Node | undefined) ?? one)['value'] ?? ''));
}

/** The door itself, and what folds or counts facts, know codes that they do not write for the command at hand. */
const NOT_THE_COMMANDS_OWN = /(?:cases\/(?:one-door|stages)|journal|words|deadlines\/(?:recompute|clock-rows))\.ts$/;

/** Gives each command with the facts that it may write, both in the order of the alphabet. `src` is the whole path of the sources. */
export function factsOfCommands(src: string, codes: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const units = new Map<string, Unit>();
  const imports = new Map<string, Map<string, string>>();
  for (const file of sourcesBelow(src)) {
    const known = new Map<string, string>();
    imports.set(file, known);
    const module = parseSync(fs.readFileSync(file, 'utf8'), { syntax: 'typescript', tsx: file.endsWith('x') });
    for (const item of module.body as unknown as Node[]) {
      if (item.type === 'ImportDeclaration' && !item['typeOnly']) {
        const from = (item['source'] as { value: string }).value;
        if (from.startsWith('.'))
          for (const { local, imported } of item['specifiers'] as {
            local: { value: string };
            imported?: { value: string } | null;
          }[])
            known.set(local.value, `${path.resolve(path.dirname(file), from)}#${imported?.value ?? local.value}`);
      }
      const declaration = item.type === 'ExportDeclaration' ? (item['declaration'] as Node) : item;
      const named: [string, Node][] =
        declaration.type === 'FunctionDeclaration'
          ? [[(declaration['identifier'] as { value: string }).value, declaration]]
          : declaration.type === 'VariableDeclaration'
            ? (declaration['declarations'] as { id: { value?: string }; init?: Node }[]).flatMap(({ id, init }) =>
                id.value && init ? [[id.value, init] as [string, Node]] : [],
              )
            : [];
      for (const [name, node] of named) units.set(`${file}#${name}`, readUnit(file, name, node, codes));
    }
  }
  const resolve = (unit: Unit, name: string): Unit | undefined =>
    units.get(`${unit.file}#${name}`) ?? units.get(imports.get(unit.file)?.get(name) ?? '');
  const factsFrom = (start: Unit): Set<string> => {
    const seen = new Set([start]);
    for (const unit of seen)
      for (const name of unit.mentions) {
        const next = resolve(unit, name);
        // Another command's function is its own row.
        if (next && next.commands.size === 0 && !NOT_THE_COMMANDS_OWN.test(next.file)) seen.add(next);
      }
    return new Set([...seen].flatMap((unit) => [...unit.facts]));
  };
  const found = new Map<string, Set<string>>();
  const add = (command: string, unit: Unit) =>
    void found.set(command, new Set([...(found.get(command) ?? []), ...factsFrom(unit)]));
  for (const unit of units.values()) {
    for (const command of unit.commands) add(command, unit);
    for (const { name, texts } of unit.calls) {
      const at = resolve(unit, name)?.parameters.indexOf('command') ?? -1;
      const command = at < 0 ? null : texts[at];
      if (command) add(command, unit);
    }
  }
  return new Map(
    [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([command, facts]) => [command, [...facts].toSorted()]),
  );
}
