// Checks one request and one answer against an OpenAPI description; returns what is wrong with them, in words.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { isObject, follow } from './trim.mjs';

const isJson = (contentType) => /json/.test(contentType ?? '');
const bareType = (contentType) => (contentType ?? '').split(';')[0];

/** Links use numeric ids: `/organizations/{id}/packages` is the same operation as `/orgs/{org}/packages`. */
const NUMERIC_ALIASES = [
  [/^\/organizations\/(\d+)\/packages/, '/orgs/$1/packages'],
  [/^\/user\/(\d+)\/packages/, '/users/$1/packages'],
  [/^\/repositories\/(\d+)\//, '/repos/by-id/$1/'],
];

/** The description leaves these out, but GitHub has them: its own Link headers carry them. */
const MISSING_QUERY = { 'packages/get-all-package-versions-for-package-owned-by-user': ['page', 'per_page', 'state'] };

/** Neither of these requires anything, so that every plain error is both: "one of" cannot be meant. */
const isEitherError = (node) => /\/(basic-error|repository-rule-violation-error)$/.test(node?.$ref ?? '');

/** Schemas of OpenAPI 3.0 say `nullable` where JSON Schema has a type null. */
function toJsonSchema(node) {
  if (Array.isArray(node)) return node.map(toJsonSchema);
  if (!isObject(node)) return node;
  const schema = {};
  for (const [key, value] of Object.entries(node))
    if (key !== 'example' && key !== 'examples')
      schema[key === 'oneOf' && Array.isArray(value) && value.every(isEitherError) ? 'anyOf' : key] = toJsonSchema(value);
  if (typeof schema.nullable !== 'boolean') return schema;
  const { nullable, ...rest } = schema;
  return nullable ? { anyOf: [rest, { type: 'null' }] } : rest;
}

export const VERSIONS = ['2022-11-28', '2026-03-10'];
/** What answers a request that names no version. */
export const FIRST_VERSION = VERSIONS[0];

/** Is this path the registry's, of which GitHub's description says nothing? */
export const isRegistry = (target) => /^\/(v2(\/|$)|token(\?|$))/.test(target);

/** A function from an API version to its Checker. `folder`: what prepare.mjs filled. */
export function checkers(folder) {
  const known = new Map();
  return (version) => {
    if (!known.has(version))
      known.set(version, new Checker(JSON.parse(readFileSync(join(folder, `github-${version}.json`), 'utf8')), folder));
    return known.get(version);
  };
}

export class Checker {
  #spec;
  #routes;
  #bodies;
  #parameters;
  #compiled = new Map();

  /** `modules`: the folder prepare.mjs filled. */
  constructor(spec, modules) {
    const require = createRequire(join(resolve(modules), 'package.json'));
    const { Ajv } = require('ajv');
    const addFormats = require('ajv-formats');
    this.#spec = spec;
    const options = { strict: false, allErrors: true, logger: false };
    this.#bodies = new Ajv(options);
    this.#parameters = new Ajv({ ...options, coerceTypes: 'array' });
    for (const ajv of [this.#bodies, this.#parameters]) {
      // `uri` is not checked: GitHub gives templates ("…{/sha}") under that name.
      addFormats(ajv, ['date-time']);
      ajv.addSchema(toJsonSchema({ components: { schemas: spec.components.schemas } }), 'github');
    }
    this.#routes = Object.entries(spec.paths).map(([path, operations]) => ({
      names: [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]),
      literals: path.replace(/\{[^}]+\}/g, '').length,
      pattern: new RegExp(`^${path.replace(/[.+*?^$()[\]\\|]/g, '\\$&').replace(/\{[^}]+\}/g, '([^/]+)')}$`),
      operations,
    })).sort((a, b) => b.literals - a.literals);
  }

  /** The operation of a request and what is wrong with it. */
  request(method, target, headers, body) {
    const url = new URL(target, 'http://github');
    const path = NUMERIC_ALIASES.reduce((p, [pattern, plain]) => p.replace(pattern, plain), url.pathname);
    const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
    const route = this.#routes.find((r) => r.operations[verb] && r.pattern.test(path));
    if (!route) return { wrong: [`no such operation: ${method} ${url.pathname}`] };
    const operation = route.operations[verb];
    const values = path.match(route.pattern).slice(1).map(decodeURIComponent);
    const parameters = [...(route.operations.parameters ?? []), ...(operation.parameters ?? [])].map((p) => this.#resolved(p));
    const wrong = [];
    for (const parameter of parameters) {
      const value = { path: () => values[route.names.indexOf(parameter.name)],
        query: () => url.searchParams.get(parameter.name) ?? undefined,
        header: () => headers[parameter.name.toLowerCase()] }[parameter.in]?.();
      if (value === undefined) {
        if (parameter.required) wrong.push(`${parameter.in} ${parameter.name} is required`);
      } else {
        const schema = { type: 'object', properties: { value: parameter.schema } };
        for (const error of this.#errors(this.#parameters, schema, { value }))
          wrong.push(`${parameter.in} ${parameter.name}=${value}:${error}`);
      }
    }
    const known = new Set(parameters.filter((p) => p.in === 'query').map((p) => p.name));
    for (const name of MISSING_QUERY[operation.operationId] ?? []) known.add(name);
    for (const name of url.searchParams.keys()) if (!known.has(name)) wrong.push(`unknown query parameter ${name}`);
    wrong.push(...this.#requestBody(operation, headers, body), ...this.#requestHeaders(headers));
    return { operation, wrong };
  }

  #requestBody(operation, headers, body) {
    const expected = this.#resolved(operation.requestBody);
    if (!expected) return body.length && body.toString() !== '{}' ? ['body not expected'] : [];
    if (!body.length) return expected.required ? ['body is required'] : [];
    const type = bareType(headers['content-type']);
    if (!expected.content['application/json'] || (!isJson(type) && expected.content[type])) return [];
    if (!isJson(type)) return [`content-type ${type || '(none)'} is not JSON`];
    return this.#jsonErrors(expected.content['application/json'].schema, body);
  }

  #requestHeaders(headers) {
    const wrong = [];
    if (!headers['user-agent']) wrong.push('User-Agent missing (GitHub answers 403)');
    if (!/application\/(vnd\.github[^,]*\+)?json|octet-stream|\*\/\*|vnd\.github/.test(headers.accept ?? ''))
      wrong.push('Accept missing');
    return wrong;
  }

  /** What is wrong with the answer to an operation. */
  response(operation, method, status, headers, body) {
    const response = this.#resolved(operation.responses[status]);
    const type = headers['content-type'];
    if (!response) {
      // Errors and "not modified" may come anywhere; whatever else must be described.
      if (status < 400 && status !== 304) return [`status ${status} is not described (${Object.keys(operation.responses)})`];
      return status >= 400 && isJson(type) && method !== 'HEAD' ? this.#errorBody(body) : [];
    }
    if (!response.content) return body.length && status < 300 ? [`status ${status} must have no body`] : [];
    if (status === 302 || status === 304 || method === 'HEAD') return [];
    const media = response.content['application/json'] ?? response.content[bareType(type)];
    if (isJson(type)) return media?.schema ? this.#jsonErrors(media.schema, body) : [];
    const mayBeOther = !response.content['application/json'] || /octet-stream|text\//.test(type ?? '');
    return mayBeOther ? [] : [`content-type ${type} is not JSON`];
  }

  #errorBody(body) {
    try {
      return typeof JSON.parse(body).message === 'string' ? [] : ['error body without message'];
    } catch {
      return ['error body is not JSON'];
    }
  }

  #resolved(value) {
    return value?.$ref ? this.#resolved(follow(this.#spec, value.$ref)) : value;
  }

  #jsonErrors(schema, body) {
    try {
      return this.#errors(this.#bodies, schema, JSON.parse(body)).map((error) => `body${error}`);
    } catch (error) {
      return [`body is not JSON: ${error.message}`];
    }
  }

  #errors(ajv, schema, value) {
    const key = (ajv === this.#bodies ? 'body ' : 'parameter ') + JSON.stringify(schema);
    if (!this.#compiled.has(key)) {
      const absolute = JSON.stringify(toJsonSchema(schema)).replaceAll('"#/components/', '"github#/components/');
      this.#compiled.set(key, ajv.compile(JSON.parse(absolute)));
    }
    const validate = this.#compiled.get(key);
    if (validate(value)) return [];
    return validate.errors.slice(0, 6).map(({ instancePath, message, params }) =>
      `${instancePath} ${message} ${params.allowedValues ?? params.additionalProperty ?? ''}`.trimEnd());
  }
}
