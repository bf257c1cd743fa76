// Cuts GitHub's OpenAPI file down to the paths Slipway uses and what they refer to.
//   trim(spec)               → version 2022-11-28
//   trim(spec, '2026-03-10') → with the file's own x-github-breaking-changes patches up to that version applied

const WANTED = [
  /^\/$/, /^\/rate_limit$/, /^\/meta$/, /^\/user$/, /^\/user\/(orgs|repos)$/, /^\/users\/\{username\}$/,
  /^\/orgs\/\{org\}$/, /^\/orgs\/\{org\}\/repos$/,
  /^\/(orgs\/\{org\}|user|users\/\{username\})\/packages(\/|$)/,
  /^\/(orgs\/\{org\}|users\/\{username\}|repos\/\{owner\}\/\{repo\})\/attestations/,
  /^\/(organizations\/\{org\}|users\/\{username\})\/settings\/billing\//,
  /^\/orgs\/\{org\}\/actions\/runners/,
  /^\/repos\/\{owner\}\/\{repo\}$/,
  /^\/repos\/\{owner\}\/\{repo\}\/actions\/(runs|workflows|jobs|artifacts|caches|cache|runners)(\/|$)/,
  /^\/repos\/\{owner\}\/\{repo\}\/(deployments|environments|milestones|releases|contents|pulls|git|branches|commits|tags|compare|labels)(\/|$)/,
  /^\/repos\/\{owner\}\/\{repo\}\/issues(\/\{issue_number\}(\/(comments|labels))?)?$/,
];

export const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The parts of a JSON pointer, "#/a/b~1c" → ["a", "b/c"]. */
const pointerParts = (pointer) =>
  pointer.replace(/^#?\//, '').split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

export const follow = (spec, reference) => pointerParts(reference).reduce((value, part) => value[part], spec);

export function trim(spec, version) {
  const paths = {};
  for (const [path, operations] of Object.entries(spec.paths))
    if (WANTED.some((wanted) => wanted.test(path))) paths[path] = structuredClone(operations);
  addManySegments(spec, paths);
  const components = structuredClone(spec.components);
  if (version) for (const tree of [paths, components]) applyBreakingChanges(tree, version);
  return { openapi: spec.openapi, info: spec.info, paths, components: reachable(paths, components) };
}

/** GitHub marks parameters that may hold slashes (contents/{path}, git/ref/{ref}); OpenAPI knows one segment only. */
function addManySegments(spec, paths) {
  for (const [path, operations] of Object.entries({ ...paths })) {
    for (const name of multiSegmentNames(spec, path, operations)) {
      for (let count = 2; count <= 4; count++) {
        const names = Array.from({ length: count }, (_, i) => (i ? `${name}${i + 1}` : name));
        const longer = path.replace(`{${name}}`, names.map((n) => `{${n}}`).join('/'));
        paths[longer] ??= withParameters(operations, names.slice(1));
      }
    }
  }
}

function multiSegmentNames(spec, path, operations) {
  const names = new Set();
  for (const operation of Object.values(operations)) {
    for (const given of operation.parameters ?? []) {
      const parameter = given.$ref ? follow(spec, given.$ref) : given;
      const isRef = parameter.in === 'path' && parameter.name === 'ref' && path.includes('/git/');
      if (parameter['x-multi-segment'] || isRef) names.add(parameter.name);
    }
  }
  return names;
}

function withParameters(operations, names) {
  const added = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const copy = structuredClone(operations);
  for (const operation of Object.values(copy))
    if (operation?.operationId) operation.parameters = [...(operation.parameters ?? []), ...added];
  return copy;
}

/** RFC 7396. */
function mergePatch(target, patch) {
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete target[key];
    else if (isObject(value) && isObject(target[key])) mergePatch(target[key], value);
    else target[key] = value;
  }
}

/** RFC 6902, the operations GitHub uses. A path that is not there is left alone. */
function jsonPatch(target, operations) {
  const parentOf = (parts) => parts.slice(0, -1).reduce((value, part) => value?.[part], target);
  for (const { op, path, from, value } of operations) {
    const parts = pointerParts(path);
    const key = parts.at(-1);
    const parent = parentOf(parts);
    if (parent === undefined) continue;
    if (op === 'remove') Array.isArray(parent) ? parent.splice(+key, 1) : delete parent[key];
    else if (op === 'add' && Array.isArray(parent)) parent.splice(key === '-' ? parent.length : +key, 0, value);
    else if (op === 'add' || op === 'replace') parent[key] = value;
    else if (op === 'copy' || op === 'move') {
      const source = pointerParts(from);
      const sourceParent = parentOf(source);
      if (sourceParent?.[source.at(-1)] === undefined) continue;
      parent[key] = structuredClone(sourceParent[source.at(-1)]);
      if (op === 'move') delete sourceParent[source.at(-1)];
    }
  }
}

function applyBreakingChanges(node, version) {
  if (Array.isArray(node)) return node.forEach((element) => applyBreakingChanges(element, version));
  if (!isObject(node)) return;
  for (const [key, value] of Object.entries(node))
    if (key !== 'x-github-breaking-changes') applyBreakingChanges(value, version);
  const changes = (node['x-github-breaking-changes'] ?? []).filter((change) => change.version <= version);
  delete node['x-github-breaking-changes'];
  for (const { patch } of changes) {
    // Each patch's `required` is written against the unpatched schema: what several of them leave is their intersection.
    const required = node.required;
    if (Array.isArray(patch)) jsonPatch(node, patch);
    else mergePatch(node, structuredClone(patch));
    if (required && patch.required) node.required = required.filter((name) => patch.required.includes(name));
  }
}

/** The components that the paths refer to, directly or not. */
function reachable(paths, components) {
  const kept = {};
  const waiting = [];
  const scan = (node) => {
    if (Array.isArray(node)) node.forEach(scan);
    else if (isObject(node))
      for (const [key, value] of Object.entries(node))
        key === '$ref' && typeof value === 'string' ? waiting.push(value) : scan(value);
  };
  scan(paths);
  const seen = new Set();
  while (waiting.length) {
    const reference = waiting.pop();
    if (seen.has(reference)) continue;
    seen.add(reference);
    const [, kind, ...name] = pointerParts(reference);
    const value = components[kind]?.[name.join('/')];
    if (value === undefined) throw new Error(`nothing at ${reference}`);
    (kept[kind] ??= {})[name.join('/')] = value;
    scan(value);
  }
  return kept;
}
