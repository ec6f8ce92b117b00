import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CustomFieldDefinitions } from './custom-fields/custom-field-definitions';
import { CustomFieldsController } from './custom-fields/custom-fields.controller';
import { CustomFields } from './custom-fields/custom-fields';
import { RecordStores } from './records/record-stores';
import { ReferenceOwnerController } from './references/reference-owner.controller';
import { References } from './references/references';
import { dataSourceOptions, type SchemaDefinition } from './schema/schema';

/** One service's schema, and the mechanisms that its records share. */
@Global()
@Module({})
export class DatabaseModule {
  static forService(definition: SchemaDefinition, url: string, poolSize: number): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(definition, url, poolSize),
          // Several services may live in one process; each has its own.
          name: definition.name,
          retryAttempts: 20,
          retryDelay: 500,
        }),
      ],
      controllers: [ReferenceOwnerController, CustomFieldsController],
      providers: [
        { provide: DataSource, useExisting: getDataSourceToken(definition.name) },
        CustomFields,
        CustomFieldDefinitions,
        RecordStores,
        References,
      ],
      exports: [DataSource, CustomFields, RecordStores, References],
    };
  }
}
