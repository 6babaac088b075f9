import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Names of the details a code is raised with; null where the source leaves them open. */
export type RaisedDetails = ReadonlyMap<string, ReadonlySet<string> | null>;

function literals(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  return ts.isConditionalExpression(node)
    ? [...literals(node.whenTrue), ...literals(node.whenFalse)]
    : [];
}

function member(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const found = node.properties.find(
    (one) => ts.isPropertyAssignment(one) && one.name.getText() === name,
  );
  return found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

/** What the constant that a name means here was set to; null where it comes from elsewhere. */
function meaning(name: ts.Identifier): ts.Expression | null {
  for (let scope: ts.Node = name.parent; !ts.isSourceFile(scope); scope = scope.parent) {
    if (!ts.isBlock(scope)) continue;
    const declarations = scope.statements
      .filter((statement) => ts.isVariableStatement(statement))
      .flatMap(({ declarationList }) => [...declarationList.declarations]);
    for (const { name: declared, initializer } of declarations) {
      if (ts.isIdentifier(declared)) {
        if (declared.text === name.text) return initializer ?? null;
      } else if (declared.elements.some((one) => one.getText() === name.text)) return null;
    }
  }
  return null;
}

/** The members of an object literal, or of the constant that bears its name; null for all else. */
function namesIn(node: ts.Expression | null): readonly string[] | null {
  if (node && ts.isIdentifier(node)) return namesIn(meaning(node));
  if (!node || !ts.isObjectLiteralExpression(node)) return null;
  const names: string[] = [];
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = namesIn(property.expression);
      if (spread === null) return null;
      names.push(...spread);
    } else names.push(property.name.getText());
  }
  return names;
}

/** Reads from the sources below `folders` which details every problem's code is raised with. */
export function raisedDetails(root: string, folders: readonly string[]): RaisedDetails {
  const raised = new Map<string, Set<string> | null>();
  const add = (codes: readonly string[], details: ts.Expression | undefined): void => {
    const names = details ? namesIn(details) : [];
    for (const code of codes) {
      const known = raised.get(code);
      raised.set(
        code,
        names === null || known === null ? null : new Set([...(known ?? []), ...names]),
      );
    }
  };
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(folder, path),
    ),
  );
  for (const path of paths.filter((one) => one.endsWith('.ts'))) {
    const text = readFileSync(join(root, path), 'utf8');
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'problem') {
        const [code, , details] = node.arguments;
        if (code) add(literals(code), details);
      } else if (ts.isObjectLiteralExpression(node)) {
        const code = member(node, 'code');
        const details = member(node, 'details');
        if (code && details) add(literals(code), details);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return raised;
}
