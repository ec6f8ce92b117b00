import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { DryRunView } from '@relata/contracts';
import { withNullTypes } from './openapi-null-types';
import { describeBounds } from './openapi-bounds';
import { describeConditions } from './openapi-conditions';
import { describeExamples } from './openapi-examples';
import { describeHeaders } from './openapi-headers';
import { nameOperations } from './openapi-operations';
import { describeProblems } from './openapi-problem';
import { describeWrites } from './openapi-writes';

const DESCRIPTION = `A self-hosted, API-first, event-driven CRM. With \`Authorization\`, \`/openapi.json\` has the custom fields of the instance.

Schemas describe what a caller gets who may see all fields and asks for all: those that his role hides, and those that \`fields\` or a saved view leaves out, are not there.`;

/** The OpenAPI document of the running routes. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Relata')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key (`rel_…`).' })
    .setOpenAPIVersion('3.1.0')
    .build();
  const document = SwaggerModule.createDocument(app, config, { extraModels: [DryRunView] });
  nameOperations(document);
  describeBounds(document);
  describeWrites(document);
  describeConditions(document);
  describeProblems(document);
  describeHeaders(document);
  describeExamples(document);
  return withNullTypes(document);
}
