import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ApiResponse, type OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.js';

interface Answers {
  readonly answers: Readonly<Record<string, object>>;
  readonly shared: Readonly<Record<string, object>>;
}

/** What routes answer, read off the code's types by `npm run docs:api`. */
const read = (): Answers => JSON.parse(readFileSync(join(ROOT, 'libs/platform/http/answers.json'), 'utf8')) as Answers;

/** Adds to the API's document what each route answers; call it before the document is made. */
export function documentAnswers(app: NestFastifyApplication): Pick<NonNullable<OpenAPIObject['components']>, 'schemas'> {
  const { answers, shared } = read();
  for (const { controllers } of app.get(ModulesContainer).values())
    for (const { metatype } of controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const { prototype } = metatype as { prototype: object };
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const schema = answers[`${metatype.name}.${name}`];
        if (!schema) continue;
        const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
        const handler = descriptor.value as object;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
        const status = (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? (method === RequestMethod.POST ? 201 : 200);
        ApiResponse({ status, schema })(prototype, name, descriptor);
      }
    }
  return { schemas: shared };
}
