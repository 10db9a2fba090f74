import { join, relative } from 'node:path';
import ts from 'typescript';

export type Schema = Readonly<Record<string, unknown>>;

/** What routes answer: a JSON Schema for each `Controller.method`, and those that they share. */
export interface AnswerSchemas {
  readonly answers: Readonly<Record<string, Schema>>;
  readonly shared: Readonly<Record<string, Schema>>;
}

const ROUTES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
const NO_ANSWER = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never;

function programOf(root: string): ts.Program {
  const { options, fileNames } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config, ts.sys, root);
  return ts.createProgram(fileNames.filter((name) => relative(root, name).startsWith('libs/')), options);
}

/** Reads off the declarations of events what each says, as JSON Schema by the event's name. @param root the project's folder */
export function eventSchemas(root: string): Readonly<Record<string, Schema>> {
  const program = programOf(root);
  const writer = new SchemaWriter(program.getTypeChecker(), root);
  const events: Record<string, Schema> = {};
  for (const source of program.getSourceFiles().filter(({ fileName }) => relative(root, fileName).startsWith('libs/') && /\/domain\/|platform\/district/.test(fileName)))
    for (const statement of source.statements)
      if (ts.isVariableStatement(statement))
        for (const { initializer } of statement.declarationList.declarations) {
          if (!initializer || !ts.isCallExpression(initializer) || initializer.expression.getText() !== 'eventType') continue;
          const [name, says] = [initializer.arguments[0], initializer.typeArguments?.[0]];
          if (name && ts.isStringLiteral(name)) events[name.text] = (says && writer.schemaOf(program.getTypeChecker().getTypeFromTypeNode(says))) ?? { type: 'object' };
        }
  return sorted(events);
}

/** Reads off the types of all controllers' methods what they answer as JSON. @param root the project's folder */
export function answerSchemas(root: string): AnswerSchemas {
  const program = programOf(root);
  const checker = program.getTypeChecker();
  const writer = new SchemaWriter(checker, root);
  const answers: Record<string, Schema> = {};
  for (const source of program.getSourceFiles().filter(({ fileName }) => fileName.endsWith('.controller.ts')))
    for (const statement of source.statements)
      if (ts.isClassDeclaration(statement) && statement.name)
        for (const member of statement.members) {
          if (!ts.isMethodDeclaration(member) || !isRoute(member)) continue;
          const answered = checker.getAwaitedType(checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(member)!))!;
          const schema = writer.schemaOf(answered);
          if (schema) answers[`${statement.name.text}.${member.name.getText()}`] = schema;
        }
  return { answers: sorted(answers), shared: sorted(writer.shared) };
}

/** Methods that send their answer themselves (files, pages) have no type that says what it is. */
const isRoute = (method: ts.MethodDeclaration): boolean =>
  (ts.getDecorators(method) ?? []).some(({ expression }) => ts.isCallExpression(expression) && ROUTES.has(expression.expression.getText())) &&
  !method.parameters.some((parameter) => (ts.getDecorators(parameter) ?? []).some(({ expression }) => expression.getText() === 'Res()'));

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Types as JSON Schema, as JSON.stringify writes their values. */
class SchemaWriter {
  readonly shared: Record<string, Schema> = {};
  private readonly names = new Map<ts.Type, string>();

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly root: string,
  ) {}

  /** Undefined where nothing of the type reaches the caller. */
  schemaOf(type: ts.Type): Schema | undefined {
    const { checker } = this;
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return {};
    if (type.flags & (NO_ANSWER | ts.TypeFlags.ESSymbolLike)) return undefined;
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { type: type.isStringLiteral() ? 'string' : 'number', enum: [type.value] };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { type: 'boolean', enum: [checker.typeToString(type) === 'true'] };
    if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.flags & ts.TypeFlags.BigIntLike) return { type: 'string' };
    // Prisma's type of any JSON.
    if (/^Json(Value|Object|Array)$/.test((type.aliasSymbol ?? type.getSymbol())?.getName() ?? '')) return {};
    const name = this.nameOf(type);
    if (name === undefined) return this.structure(type);
    if (!Object.hasOwn(this.shared, name)) {
      this.shared[name] = {};
      this.shared[name] = this.structure(type) ?? {};
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  private structure(type: ts.Type): Schema | undefined {
    if (type.isUnion()) return this.union(type.types);
    const symbol = type.getSymbol()?.getName();
    if (symbol === 'Refusal') return undefined;
    if (symbol === 'Date') return { type: 'string', format: 'date-time' };
    if (symbol === 'Decimal') return { type: 'string' };
    // A branded text or number.
    if (type.isIntersection()) {
      const plain = type.types.find(({ flags }) => flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike));
      if (plain) return this.schemaOf(plain);
    }
    if (this.checker.isTupleType(type) || this.checker.isArrayType(type)) {
      const parts = this.checker.getTypeArguments(type as ts.TypeReference).map((part) => this.schemaOf(part) ?? {});
      const kinds = [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
      return { type: 'array', items: kinds.length === 1 ? kinds[0]! : { anyOf: kinds } };
    }
    return this.object(type);
  }

  private union(types: readonly ts.Type[]): Schema | undefined {
    const parts = [...new Map(types.flatMap((type): Schema[] => {
      const schema = this.schemaOf(type);
      return schema ? [schema] : [];
    }).map((part) => [JSON.stringify(part), part])).values()];
    const isText = (part: Schema) => part['type'] === 'string' && part['enum'] !== undefined;
    const texts = parts.filter(isText).flatMap((part) => part['enum'] as string[]);
    const others = parts.filter((part) => !isText(part) && part['type'] !== 'boolean');
    const booleans = parts.filter((part) => part['type'] === 'boolean');
    const all: Schema[] = [...(texts.length > 0 ? [{ type: 'string', enum: texts.sort() }] : []), ...others, ...(booleans.length === 2 ? [{ type: 'boolean' }] : booleans)];
    if (all.length === 0) return undefined;
    return all.length === 1 ? all[0] : { anyOf: all };
  }

  private object(type: ts.Type): Schema {
    const { checker } = this;
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of type.getProperties()) {
      const of = checker.getTypeOfSymbol(property);
      if (of.getCallSignatures().length > 0 || property.getName().startsWith('__')) continue;
      const schema = this.schemaOf(of);
      if (!schema) continue;
      properties[property.getName()] = schema;
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0 || (of.isUnion() && of.types.some(({ flags }) => flags & ts.TypeFlags.Undefined));
      if (!optional) required.push(property.getName());
    }
    const values = type.getStringIndexType() ?? type.getNumberIndexType();
    return { type: 'object', ...(Object.keys(properties).length > 0 && { properties }), ...(required.length > 0 && { required }), ...(values && { additionalProperties: this.schemaOf(values) ?? {} }) };
  }

  /** Interfaces and aliases of our own have names; what takes type arguments is written out where it stands. */
  private nameOf(type: ts.Type): string | undefined {
    const known = this.names.get(type);
    if (known !== undefined) return known;
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration || symbol.getName().startsWith('__') || (type.aliasTypeArguments ?? []).length > 0 || ((type as ts.TypeReference).typeArguments ?? []).length > 0) return undefined;
    const place = relative(this.root, declaration.getSourceFile().fileName);
    if (!place.startsWith('libs/') || place.includes('/generated/') || symbol.getName() === 'Refusal' || (!ts.isInterfaceDeclaration(declaration) && !ts.isTypeAliasDeclaration(declaration) && !ts.isClassDeclaration(declaration))) return undefined;
    if (this.isText(type)) return undefined;
    // Two modules may each have a thing of one name; what is answered is set apart from what is asked for.
    const taken = new Set(this.names.values());
    const base = `${symbol.getName()}Shown`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}${n}`;
    this.names.set(type, name);
    return name;
  }

  private isText = (type: ts.Type): boolean => type.isIntersection() && type.types.some(({ flags }) => flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike));
}
