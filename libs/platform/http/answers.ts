import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ApiExtension, ApiResponse, type OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.js';
import { doorOf } from './door.guard.js';

interface Answers {
  readonly answers: Readonly<Record<string, object>>;
  readonly shared: Readonly<Record<string, object>>;
}

/** What routes answer, read off the code's types by `npm run docs:api`. */
const read = (): Answers => JSON.parse(readFileSync(join(ROOT, 'libs/platform/http/answers.json'), 'utf8')) as Answers;

/** Adds to the API's document what each route answers, and whom its door lets in; call it before the document is made. */
export function documentAnswers(app: NestFastifyApplication): Pick<NonNullable<OpenAPIObject['components']>, 'schemas'> {
  const { answers, shared } = read();
  for (const { controllers } of app.get(ModulesContainer).values())
    for (const { metatype } of controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const { prototype } = metatype as { prototype: object };
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
        const handler = descriptor.value as unknown;
        const method = typeof handler === 'function' ? (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined) : undefined;
        if (typeof handler !== 'function' || method === undefined) continue;
        ApiExtension('x-door', doorOf(handler, metatype) ?? 'shut')(prototype, name, descriptor);
        const schema = answers[`${metatype.name}.${name}`];
        if (!schema) continue;
        const status = (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? (method === RequestMethod.POST ? 201 : 200);
        ApiResponse({ status, schema })(prototype, name, descriptor);
      }
    }
  return { schemas: shared };
}
