// The OpenAPI 3.1 document, made from the very shapes that read requests and describe answers.
import { z } from 'zod';
import { ENTRY_KINDS, INPUTS, type EntryKind } from '../../dates/shapes.ts';
import { inputWords, kindWords } from '../../dates/words.ts';
import { KINDS_BY_ADDRESS } from './asked-by-address.ts';
import { problem, results, routeResult } from './shapes.ts';

/** How many questions one request may ask. */
export const MOST_ENTRIES = 100;

type Json = Readonly<Record<string, unknown>>;
interface SchemaJson extends Json {
  readonly properties?: Readonly<Record<string, Json>>;
}

/** Builds the document for a service reached at `address`. */
export function openApiDocument(address: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Common Ground: dates and roads of SEND mediation in England',
      version: '1.1.0',
      description:
        'Works out the dates of SEND mediation and appeals, with every step, the rule and how it is known. Nothing is stored. Not legal advice.',
    },
    servers: [{ url: address }],
    paths: {
      '/api/v1/dates': {
        post: operation(
          'answerDates',
          'Answer a list of questions about dates',
          { type: 'array', maxItems: MOST_ENTRIES, items: ref('DateEntry') },
          ENTRY_KINDS.map((kind) => ({ id: kind, kind, inputs: kindWords[kind].example })),
          { description: 'One answer to each question, in order', schema: { type: 'array', items: ref('DateAnswer') } },
        ),
      },
      ...Object.fromEntries(KINDS_BY_ADDRESS.map((kind) => [`/api/v1/dates/${kind}`, { get: byAddress(kind) }])),
      '/api/v1/route': {
        post: operation(
          'findRoute',
          'Find the road for a worry',
          ref('RouteQuestion'),
          { about: 'decision', decision: 'plan-contents', sections: ['B', 'F'] },
          { description: 'The road, and why', schema: ref('RouteAnswer') },
        ),
      },
      '/api/v1/openapi.json': {
        get: {
          operationId: 'getDocument',
          summary: 'This document',
          responses: { 200: { description: 'The document', content: jsonContent({ type: 'object' }) } },
        },
      },
    },
    components: {
      schemas: {
        DateEntry: {
          oneOf: ENTRY_KINDS.map((kind) => ref(entryName(kind))),
          discriminator: {
            propertyName: 'kind',
            mapping: Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, ref(entryName(kind))['$ref']])),
          },
        },
        DateAnswer: {
          type: 'object',
          properties: {
            id: { type: ['string', 'number', 'null'] },
            result: { anyOf: ENTRY_KINDS.map((kind) => ref(resultName(kind))) },
            error: { type: 'string', description: 'In plain words, when this question has no answer' },
          },
          required: ['id'],
          oneOf: [{ required: ['result'] }, { required: ['error'] }],
        },
        RouteQuestion: { ...inputsOf('road'), additionalProperties: false },
        RouteAnswer: {
          type: 'object',
          properties: { result: outputSchema(routeResult) },
          required: ['result'],
        },
        Problem: outputSchema(problem),
        ...Object.fromEntries(
          ENTRY_KINDS.flatMap((kind) => [
            [entryName(kind), entrySchema(kind)],
            [resultName(kind), outputSchema(results[kind])],
          ]),
        ),
      },
    },
  };
}

/** The inputs of one kind as JSON Schema, each field with its meaning. */
export function inputsOf(kind: EntryKind): SchemaJson {
  const schema = inputSchema(INPUTS[kind]);
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    { ...dated(name, property), description: inputWords[name] ?? '' },
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

const entryName = (kind: EntryKind) => `${pascal(kind)}Entry`;
const resultName = (kind: EntryKind) => `${pascal(kind)}Result`;
const pascal = (kind: string) => kind.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const jsonContent = (schema: Json, example?: unknown): Json => ({
  'application/json': { schema, ...(example === undefined ? {} : { example }) },
});

function entrySchema(kind: EntryKind): Json {
  return {
    type: 'object',
    description: kindWords[kind].summary,
    properties: {
      id: { type: ['string', 'number'], description: 'Comes back with the answer' },
      kind: { const: kind },
      inputs: inputsOf(kind),
    },
    required: ['kind', 'inputs'],
  };
}

const problems = {
  400: 'The body is not JSON',
  413: 'The body is too large',
  415: 'The body is not sent as application/json',
  422: 'The body is JSON, and not a question',
  429: 'Too many requests; Retry-After says how long to wait',
};

function operation(
  operationId: string,
  summary: string,
  request: Json,
  example: unknown,
  answer: { readonly description: string; readonly schema: Json },
): Json {
  return {
    operationId,
    summary,
    requestBody: { required: true, content: jsonContent(request, example) },
    responses: {
      200: { description: answer.description, content: jsonContent(answer.schema) },
      ...Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [
          status,
          { description, content: jsonContent(ref('Problem')) },
        ]),
      ),
    },
  };
}

/** The same question in an address, so that the answer can be kept for an hour. */
function byAddress(kind: EntryKind): Json {
  const { properties = {}, required } = inputsOf(kind);
  const needed = Array.isArray(required) ? required : [];
  return {
    operationId: `get${pascal(kind)}`,
    summary: kindWords[kind].summary,
    parameters: Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      required: needed.includes(name),
      description,
      schema,
    })),
    responses: {
      200: {
        description: 'The answer',
        content: jsonContent({ type: 'object', properties: { result: ref(resultName(kind)) }, required: ['result'] }),
      },
      422: { description: 'Not a question', content: jsonContent(ref('Problem')) },
      429: { description: problems[429], content: jsonContent(ref('Problem')) },
    },
  };
}

function inputSchema(schema: z.ZodType): SchemaJson {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as SchemaJson;
  return rest;
}

function outputSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output' }) as Json;
  return rest;
}

/** Adds the format of a day or a moment: the shapes read both from text, so their own schema only says "string". */
function dated(name: string, property: Json): Json {
  const isText = property['enum'] === undefined && [property['type']].flat().includes('string');
  if (!isText || name === 'contactAt') return property;
  return { ...property, ...(name === 'receivedAtLocal' ? { examples: ['2026-11-10T16:30'] } : { format: 'date' }) };
}
