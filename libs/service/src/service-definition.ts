import type { Type } from '@nestjs/common';
import type { SchemaDefinition } from '@relata/database';

/** A service: what it keeps, and the module that handles its requests and events. */
export interface ServiceDefinition {
  schema: SchemaDefinition;
  module: Type;
}
