import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../extensions');

/** A trigger or an action of the app, as its own file says it. */
export interface FlowToml {
  readonly type: 'flow_trigger' | 'flow_action';
  readonly handle: string;
  /** Keys of its fields; fields that refer to a thing of the shop have none. */
  readonly keys: readonly string[];
  /** Types of its fields, in order: "order_reference". */
  readonly fieldTypes: readonly string[];
  /** Where an action is posted to. */
  readonly runtimeUrl: string | null;
  /** Fields that the answer of an action must have; null: it gives none back. */
  readonly returns: readonly string[] | null;
}

/** Null: the app has no such trigger or action. */
export function flowToml(type: FlowToml['type'], handle: string): FlowToml | null {
  return flowTomls().find((one) => one.type === type && one.handle === handle) ?? null;
}

/** Read anew each time: a developer changes them while the sandbox runs. */
export function flowTomls(): FlowToml[] {
  return globSync('*/shopify.extension.toml', { cwd: FOLDER }).flatMap((path) => {
    const text = readFileSync(join(FOLDER, path), 'utf8');
    const values = (key: string) =>
      [...text.matchAll(new RegExp(`^\\s*${key} = "([^"]*)"$`, 'gm'))].map(([, value]) => value ?? '');
    const [type = '', ...fieldTypes] = values('type');
    if (type !== 'flow_trigger' && type !== 'flow_action') return [];
    const [schema] = values('schema');
    const returns = schema === undefined ? null : requiredFields(join(FOLDER, dirname(path), schema));
    const [handle = ''] = values('handle');
    const [runtimeUrl = null] = values('runtime_url');
    return [{ type, handle, keys: values('key'), fieldTypes, runtimeUrl, returns }];
  });
}

/** Names of the fields that may not be null, of a schema with one type. */
function requiredFields(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^\s*(\w+): \w+!$/gm)].map(([, name]) => name ?? '');
}
